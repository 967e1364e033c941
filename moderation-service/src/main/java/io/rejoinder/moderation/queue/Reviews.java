package io.rejoinder.moderation.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Topics;
import io.rejoinder.events.review.ReviewState;
import io.rejoinder.events.thread.ThreadState;
import io.rejoinder.moderation.index.Threads;
import io.rejoinder.projection.Received;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * What threads are about: title and address of every review and of every other page with a thread,
 * in memory. Threadsafe.
 */
final class Reviews implements Threads, SmartLifecycle {

  private final Map<String, Object> kafka;
  private final String site;
  private final MeterRegistry meters;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, ThreadState> threads = new ConcurrentHashMap<>();
  private volatile List<WholeTopic> topics = List.of();

  /** Reviews of the site at this address. */
  Reviews(Map<String, Object> kafka, String site, MeterRegistry meters) {
    this.kafka = kafka;
    this.site = site.endsWith("/") ? site.substring(0, site.length() - 1) : site;
    this.meters = meters;
  }

  /** The page of a thread; its id stands for the title of one that is not known. */
  Page of(String thread) {
    Page review = pages.get(thread);
    if (review != null) {
      return review;
    }
    ThreadState opened = threads.get(thread);
    return opened == null ? new Page(thread, null) : new Page(opened.title(), opened.address());
  }

  @Override
  public Collection<String> called(String words) {
    String[] wanted = words.toLowerCase(Locale.ROOT).split("\\s+");
    return Stream.concat(pages.keySet().stream(), threads.keySet().stream())
        .filter(id -> id.equals(words) || hasAll(of(id).title().toLowerCase(Locale.ROOT), wanted))
        .collect(Collectors.toSet());
  }

  private static boolean hasAll(String title, String[] words) {
    return Arrays.stream(words).allMatch(title::contains);
  }

  void seen(Received received) {
    if (received.event() instanceof ReviewState review) {
      boolean readable = review.status() == ReviewState.Status.PUBLISHED;
      String address = readable ? site + "/reviews/" + review.slug() : null;
      pages.put(review.id().value(), new Page(review.title(), address));
    } else if (received.event() instanceof ThreadState opened) {
      threads.merge(
          opened.id().value(),
          opened,
          (before, after) -> after.version() > before.version() ? after : before);
    }
  }

  @Override
  public void start() {
    List<WholeTopic> fresh =
        Stream.of(Topics.REVIEWS_PUBLISHED, Topics.THREADS_OPENED)
            .map(topic -> new WholeTopic(topic, kafka, TopicStart.beginning(), this::seen, meters))
            .toList();
    fresh.forEach(WholeTopic::start);
    topics = fresh;
  }

  @Override
  public void stop() {
    List<WholeTopic> running = topics;
    topics = List.of();
    running.forEach(WholeTopic::close);
  }

  @Override
  public boolean isRunning() {
    return !topics.isEmpty();
  }

  /**
   * A page with a thread.
   *
   * @param title plain text
   * @param address of the page; null while it cannot be read
   */
  record Page(String title, @Nullable String address) {}
}
