package io.rejoinder.review.review;

import org.jspecify.annotations.Nullable;

/**
 * The broker did not confirm a write in time: it may or may not be there. Writing the same again is
 * safe.
 */
public final class NotConfirmed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Not confirmed, for this cause. */
  public NotConfirmed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
