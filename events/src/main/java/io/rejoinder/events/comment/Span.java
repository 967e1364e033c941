package io.rejoinder.events.comment;

/**
 * A piece of a comment's text.
 *
 * @param start index of its first UTF-16 unit
 * @param end index behind its last UTF-16 unit
 */
public record Span(int start, int end) {
  /** Checks the order. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "span: %d to %d (expected: 0 <= start <= end)".formatted(start, end));
    }
  }
}
