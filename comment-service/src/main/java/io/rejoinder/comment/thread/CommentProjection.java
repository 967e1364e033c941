package io.rejoinder.comment.thread;

import io.rejoinder.events.comment.CommentId;
import io.rejoinder.projection.Projector;
import io.rejoinder.projection.Received;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Stores the states of comments, then announces what readers see of them. */
final class CommentProjection implements Projector {

  private final Comments comments;
  private final Placement placement;
  private final Consumer<List<Comment>> announcer;
  private final Duration bound;

  /**
   * A projection.
   *
   * @param announcer tells the world; what it is given was told when it returns
   * @param bound how long the store may take for one request
   */
  CommentProjection(Comments comments, Consumer<List<Comment>> announcer, Duration bound) {
    this.comments = comments;
    this.placement = new Placement(comments, bound);
    this.announcer = announcer;
    this.bound = bound;
  }

  @Override
  public void project(List<Received> batch) {
    Map<CommentId, Arrived> arrived = Arrived.newest(batch);
    if (arrived.isEmpty()) {
      return;
    }
    Placement.Placed placed = placement.store(arrived);
    announce(placed);
    comments.release(placed.released()).block(bound);
  }

  /**
   * Announces, then looks whether the store has moved on meanwhile: a reply that waited is
   * announced by its parent's owner, and an owner that was paused may wake up late. Without the
   * second look the older version could be the last word of a compacted topic.
   */
  private void announce(Placement.Placed placed) {
    List<Comment> due =
        placed.seen().stream().filter(it -> !it.settled()).map(Arrived::comment).toList();
    while (!due.isEmpty()) {
      announcer.accept(due);
      due = movedOn(due);
    }
  }

  private List<Comment> movedOn(List<Comment> announced) {
    Map<CommentId, Long> versions =
        announced.stream()
            .collect(Collectors.toMap(Comment::id, Comment::shownSince, Math::max, HashMap::new));
    List<Comment> newer = comments.newer(versions).collectList().block(bound);
    return newer == null ? List.of() : newer;
  }
}
