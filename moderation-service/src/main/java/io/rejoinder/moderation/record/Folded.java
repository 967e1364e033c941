package io.rejoinder.moderation.record;

import io.rejoinder.events.comment.CommentState;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command.
 *
 * @param written the state to write; null where nothing is to be written
 * @param result what happened, for counting: {@code approved}, {@code held}, {@code rejected},
 *     {@code withdrawn}, {@code claimed}, {@code refused}, {@code unchanged}, {@code known} or
 *     {@code unknown}
 */
public record Folded(@Nullable CommentState written, String result) {

  /** A submission, import or command that was folded before: nothing is written. */
  static final Folded KNOWN = new Folded(null, "known");

  /** A command that has nothing to do, and whose sender waits for no answer. */
  static final Folded UNCHANGED = new Folded(null, "unchanged");

  /** A command for a comment that nobody submitted: there is no state that could say so. */
  static final Folded UNKNOWN = new Folded(null, "unknown");
}
