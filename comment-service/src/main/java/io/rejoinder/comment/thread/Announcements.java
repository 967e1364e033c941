package io.rejoinder.comment.thread;

import io.rejoinder.events.comment.CommentId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells the world of comments that are stored, by more than one hand: a reply that waited is
 * announced by its parent's owner, counts by the owner of the likes, and an owner that was paused
 * may wake up late. So each looks again afterwards, or the older word could be the last one of a
 * compacted topic.
 */
public final class Announcements {

  private final Comments comments;
  private final Announcing announcing;
  private final Duration bound;

  /**
   * Announcements of what lies in this store.
   *
   * @param bound how long the store may take for one request
   */
  Announcements(Comments comments, Announcing announcing, Duration bound) {
    this.comments = comments;
    this.announcing = announcing;
    this.bound = bound;
  }

  /** Tells the world of comments that are stored. */
  @FunctionalInterface
  interface Announcing {

    /** Complete once they were told, in this order for each comment; fails if that is not known. */
    CompletableFuture<?> announce(List<Comment> due);
  }

  /** Tells, and tells again as long as the store has moved on meanwhile; blocks. */
  public void announce(List<Comment> due) {
    begin(due).join();
    untilNewest(due);
  }

  /** Begins to tell; to be followed by {@link #untilNewest}. */
  CompletableFuture<?> begin(List<Comment> due) {
    return announcing.announce(due);
  }

  /** Tells what is newer in the store than what was announced. */
  void untilNewest(Collection<Comment> announced) {
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
    Map<CommentId, Comment> known =
        announced.stream()
            .collect(
                Collectors.toMap(
                    Comment::id, Function.identity(), (a, b) -> b.newerThan(a) ? b : a));
    List<Comment> newer = comments.newer(known).collectList().block(bound);
    return newer == null ? List.of() : newer;
  }
}
