package io.rejoinder.events.comment;

import java.time.Instant;
import java.util.Objects;

/**
 * One text of a comment.
 *
 * @param number 1 for the first
 * @param text plain text with the documented Markdown subset
 * @param at when it was written
 */
public record Revision(int number, String text, Instant at) {
  /** Checks that all is there. */
  public Revision {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(at, "at");
  }
}
