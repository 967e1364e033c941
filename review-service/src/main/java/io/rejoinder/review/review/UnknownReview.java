package io.rejoinder.review.review;

import io.rejoinder.events.comment.ThreadId;

/** A change was asked of a review that does not exist. */
public final class UnknownReview extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** No review has this id. */
  public UnknownReview(ThreadId id) {
    super("review " + id + " is not known");
  }
}
