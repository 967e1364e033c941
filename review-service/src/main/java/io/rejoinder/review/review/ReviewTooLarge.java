package io.rejoinder.review.review;

/** A review that does not fit into one record; the message has its measure and the bound. */
public final class ReviewTooLarge extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Too large, by this measure. */
  public ReviewTooLarge(String message, Throwable cause) {
    super(message, cause);
  }
}
