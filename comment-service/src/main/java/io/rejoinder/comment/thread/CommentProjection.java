package io.rejoinder.comment.thread;

import io.rejoinder.events.comment.CommentId;
import io.rejoinder.projection.Projector;
import io.rejoinder.projection.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Stores the states of comments, then announces what readers see of them. */
final class CommentProjection implements Projector {

  private final Comments comments;
  private final Placement placement;
  private final Announcements announcements;
  private final Duration bound;

  /**
   * A projection.
   *
   * @param announcements tells the world
   * @param bound how long the store may take for one request
   */
  CommentProjection(Comments comments, Announcements announcements, Duration bound) {
    this.comments = comments;
    this.placement = new Placement(comments, bound);
    this.announcements = announcements;
    this.bound = bound;
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
    CompletableFuture<?> told = announcements.begin(due);
    Placement.Placed waited = placement.waiting(placed.seen());
    List<Comment> late = due(waited.seen());
    told.join();
    announcements.begin(late).join();
    List<Comment> all = new ArrayList<>(due);
    all.addAll(late);
    announcements.untilNewest(all);
    release(placed, waited);
  }

  private static List<Comment> due(Map<CommentId, Arrived> seen) {
    return seen.values().stream().filter(it -> !it.settled()).map(Arrived::comment).toList();
  }

  private void release(Placement.Placed placed, Placement.Placed waited) {
    List<CommentId> released = new ArrayList<>(placed.released());
    released.addAll(waited.released());
    comments.release(released).block(bound);
  }
}
