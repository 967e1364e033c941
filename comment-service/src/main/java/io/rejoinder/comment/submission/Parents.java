package io.rejoinder.comment.submission;

import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.thread.Comment;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.comment.thread.Place;
import io.rejoinder.events.comment.CommentId;
import reactor.core.publisher.Mono;

/**
 * Whether a comment can be replied to. What the store does not know, or does not say in time, is
 * taken: the parent may be on its way, and posting must not depend on the store.
 */
final class Parents {

  private final Comments comments;
  private final Limits limits;

  Parents(Comments comments, Limits limits) {
    this.comments = comments;
    this.limits = limits;
  }

  /** What is wrong with replying to this parent in this thread; empty if nothing is. */
  Mono<FieldError> check(CommentId parent, String thread) {
    return comments
        .find(parent)
        .timeout(limits.parentTimeout())
        .onErrorComplete()
        .mapNotNull(found -> error(found, thread));
  }

  private @org.jspecify.annotations.Nullable FieldError error(Comment parent, String thread) {
    if (!parent.thread().value().equals(thread)) {
      return new FieldError("parent", "a comment of another thread", "a comment of this thread");
    }
    Place place = parent.place();
    if (place != null && place.depth() >= limits.depth()) {
      return new FieldError("parent", "depth " + (place.depth() + 1), "at most " + limits.depth());
    }
    return null;
  }
}
