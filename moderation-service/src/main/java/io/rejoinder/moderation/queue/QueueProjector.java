package io.rejoinder.moderation.queue;

import io.rejoinder.events.comment.CommentState;
import io.rejoinder.projection.Projector;
import io.rejoinder.projection.Received;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * States into the queue's store. It announces nothing: {@link QueueFeed} does, when it is there.
 */
final class QueueProjector implements Projector {

  private static final Duration BOUND = Duration.ofSeconds(20);

  private final Queue queue;

  QueueProjector(Queue queue) {
    this.queue = queue;
  }

  @Override
  public void project(List<Received> batch) {
    Map<String, QueueItem> newest = new LinkedHashMap<>();
    for (Received received : batch) {
      if (received.event() instanceof CommentState state && Listing.concerns(state)) {
        newest.merge(
            state.id().value(),
            QueueItem.of(state),
            (one, other) -> one.version() > other.version() ? one : other);
      }
    }
    queue.store(newest.values()).block(BOUND);
  }
}
