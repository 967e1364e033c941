package io.rejoinder.moderation.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Topics;
import io.rejoinder.events.review.ReviewState;
import io.rejoinder.projection.Received;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** What threads are about: every review's title and address, in memory. Threadsafe. */
final class Reviews implements SmartLifecycle {

  private final Map<String, Object> kafka;
  private final String site;
  private final MeterRegistry meters;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private volatile @Nullable WholeTopic topic;

  /** Reviews of the site at this address. */
  Reviews(Map<String, Object> kafka, String site, MeterRegistry meters) {
    this.kafka = kafka;
    this.site = site.endsWith("/") ? site.substring(0, site.length() - 1) : site;
    this.meters = meters;
  }

  /** The review of a thread; its id stands for the title of one that is not known. */
  Page of(String thread) {
    return pages.getOrDefault(thread, new Page(thread, null));
  }

  private void seen(Received received) {
    if (received.event() instanceof ReviewState review) {
      boolean readable = review.status() == ReviewState.Status.PUBLISHED;
      String address = readable ? site + "/reviews/" + review.slug() : null;
      pages.put(review.id().value(), new Page(review.title(), address));
    }
  }

  @Override
  public void start() {
    WholeTopic fresh =
        new WholeTopic(Topics.REVIEWS_PUBLISHED, kafka, TopicStart.beginning(), this::seen, meters);
    fresh.start();
    topic = fresh;
  }

  @Override
  public void stop() {
    WholeTopic running = topic;
    topic = null;
    if (running != null) {
      running.close();
    }
  }

  @Override
  public boolean isRunning() {
    return topic != null;
  }

  /**
   * A review's page.
   *
   * @param title plain text
   * @param address of its page; null while it cannot be read
   */
  record Page(String title, @Nullable String address) {}
}
