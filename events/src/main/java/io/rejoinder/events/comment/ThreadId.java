package io.rejoinder.events.comment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A thread's id; for now the id of the review that is answered.
 *
 * @param value 1 to 64 lower-case letters, digits and hyphens; empty only in the state of a comment
 *     that was withdrawn before its submission was seen
 */
public record ThreadId(@JsonValue String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{0,64}");

  /** No thread is known: a withdrawal came first. */
  public static final ThreadId UNKNOWN = new ThreadId("");

  /** The id of the site that the reviews are. */
  public static final String REVIEWS = "reviews";

  /** The id of the site that a thread belongs to: what stands before two hyphens. */
  public static String siteOf(String thread) {
    int end = thread.indexOf("--");
    return end < 0 ? REVIEWS : thread.substring(0, end);
  }

  /** Checks the shape. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ThreadId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "thread id of %d characters (expected: at most 64 of a-z, 0-9, -)"
              .formatted(value.length()));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
