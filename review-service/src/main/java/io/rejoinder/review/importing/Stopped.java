package io.rejoinder.review.importing;

/** Somebody stopped the import. */
final class Stopped extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
