package io.rejoinder.moderation.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.moderation.index.Listing;
import io.rejoinder.projection.Received;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Follows the states of all comments from now on, for those of this instance who wait for one. */
final class QueueFollower implements SmartLifecycle {

  private final Map<String, Object> kafka;
  private final Outcomes outcomes;
  private final QueueFeed feed;
  private final MeterRegistry meters;
  private volatile @Nullable WholeTopic topic;

  QueueFollower(
      Map<String, Object> kafka, Outcomes outcomes, QueueFeed feed, MeterRegistry meters) {
    this.kafka = kafka;
    this.outcomes = outcomes;
    this.feed = feed;
    this.meters = meters;
  }

  private void seen(Received received) {
    if (received.event() instanceof CommentState state) {
      outcomes.seen(state);
      feed.seen(state);
    }
  }

  @Override
  public void start() {
    WholeTopic fresh =
        new WholeTopic(Topics.COMMENTS_MODERATED, kafka, TopicStart.tail(0), this::seen, meters)
            .onlyWhere((key, state) -> outcomes.awaited(key) || Listing.mayBeNews(state));
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
}
