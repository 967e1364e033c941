package io.rejoinder.comment.submission;

import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.signin.ReservedNames;
import io.rejoinder.comment.thread.Comments;
import reactor.core.publisher.Mono;

/**
 * Whether a guest may write under a name. As with parents, what the store does not say in time is
 * taken: posting must not depend on it. Names of staff are known without it.
 */
final class Names {

  private static final String TAKEN = "taken";

  private final ReservedNames reserved;
  private final Comments comments;
  private final Limits limits;

  Names(ReservedNames reserved, Comments comments, Limits limits) {
    this.reserved = reserved;
    this.comments = comments;
    this.limits = limits;
  }

  /** What is wrong with a guest's name in a thread of this site; empty if nothing is. */
  Mono<FieldError> check(String site, String thread, String name) {
    if (reserved.staff(site, name)) {
      return Mono.just(error("one that is not of the staff"));
    }
    if (!reserved.verifies(site)) {
      return Mono.empty();
    }
    return comments
        .verified(thread, name)
        .timeout(limits.parentTimeout())
        .onErrorComplete()
        .filter(taken -> taken)
        .map(taken -> error("one that no verified reader has"));
  }

  private static FieldError error(String bound) {
    return new FieldError("author.name", TAKEN, bound);
  }
}
