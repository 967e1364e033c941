package io.rejoinder.events.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A comment's id: 128 bits as 32 lower-case hexadecimal digits.
 *
 * @param value the digits
 */
public record CommentId(@JsonValue String value) {

  private static final int LENGTH = 32;

  /** Checks the shape. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CommentId {
    if (!wellFormed(value)) {
      throw new IllegalArgumentException(
          "comment id of %d characters (expected: 32 hexadecimal digits)"
              .formatted(value.length()));
    }
  }

  /** Whether a text from outside has the shape of an id. */
  public static boolean wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return text.length() == LENGTH;
  }

  @Override
  public String toString() {
    return value;
  }
}
