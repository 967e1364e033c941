package io.rejoinder.moderation.index;

/** A search that cannot be read. */
public final class SearchFault extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String value;
  private final String bound;

  SearchFault(String value, String bound) {
    super(value + " (expected: " + bound + ")");
    this.value = value;
    this.bound = bound;
  }

  /** What was asked for, or its measure. */
  public String value() {
    return value;
  }

  /** What can be. */
  public String bound() {
    return bound;
  }
}
