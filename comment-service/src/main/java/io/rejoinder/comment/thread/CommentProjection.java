package io.rejoinder.comment.thread;

import io.rejoinder.events.comment.CommentId;
import io.rejoinder.projection.Projector;
import io.rejoinder.projection.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Stores the states of comments, then announces what readers see of them. */
final class CommentProjection implements Projector {

  private final Comments comments;
  private final Placement placement;
  private final Announcing announcing;
  private final Duration bound;

  /**
   * A projection.
   *
   * @param announcing tells the world
   * @param bound how long the store may take for one request
   */
  CommentProjection(Comments comments, Announcing announcing, Duration bound) {
    this.comments = comments;
    this.placement = new Placement(comments, bound);
    this.announcing = announcing;
    this.bound = bound;
  }

  /** Tells the world of comments that are stored. */
  @FunctionalInterface
  interface Announcing {

    /** Complete once they were told, in this order for each comment; fails if that is not known. */
    CompletableFuture<?> announce(List<Comment> due);
  }

  @Override
  public void project(List<Received> batch) {
    Map<CommentId, Arrived> arrived = Arrived.newest(batch);
    if (arrived.isEmpty()) {
      return;
    }
    Placement.Placed placed = placement.store(arrived);
    List<Comment> due = due(placed.seen());
    // On its way while the store is asked who waited for these.
    CompletableFuture<?> told = announcing.announce(due);
    Placement.Placed waited = placement.waiting(placed.seen());
    List<Comment> late = due(waited.seen());
    told.join();
    announcing.announce(late).join();
    List<Comment> all = new ArrayList<>(due);
    all.addAll(late);
    announceNewer(all);
    release(placed, waited);
  }

  private static List<Comment> due(Map<CommentId, Arrived> seen) {
    return seen.values().stream().filter(it -> !it.settled()).map(Arrived::comment).toList();
  }

  /**
   * Looks whether the store has moved on while something was announced: a reply that waited is
   * announced by its parent's owner, and an owner that was paused may wake up late. Without the
   * second look the older version could be the last word of a compacted topic.
   */
  private void announceNewer(Collection<Comment> announced) {
    List<Comment> due = movedOn(announced);
    while (!due.isEmpty()) {
      announcing.announce(due).join();
      due = movedOn(due);
    }
  }

  private List<Comment> movedOn(Collection<Comment> announced) {
    if (announced.isEmpty()) {
      return List.of();
    }
    Map<CommentId, Long> versions =
        announced.stream()
            .collect(Collectors.toMap(Comment::id, Comment::shownSince, Math::max, HashMap::new));
    List<Comment> newer = comments.newer(versions).collectList().block(bound);
    return newer == null ? List.of() : newer;
  }

  private void release(Placement.Placed placed, Placement.Placed waited) {
    List<CommentId> released = new ArrayList<>(placed.released());
    released.addAll(waited.released());
    comments.release(released).block(bound);
  }
}
