package io.rejoinder.events.comment;

import java.time.Instant;
import java.util.Objects;

/**
 * An author edits a comment.
 *
 * @param command the command's id
 * @param comment the comment's id
 * @param basedOn the revision that the author saw; refused if there is a newer one
 * @param text the new text
 * @param at when the edge took it
 */
public record Revise(String command, CommentId comment, int basedOn, String text, Instant at)
    implements CommentCommand {
  /** Checks that all is there. */
  public Revise {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(at, "at");
  }
}
