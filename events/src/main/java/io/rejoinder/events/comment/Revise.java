package io.rejoinder.events.comment;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An author edits a comment.
 *
 * @param command the command's id
 * @param comment the comment's id
 * @param basedOn the revision that the author saw; refused if there is a newer one
 * @param text the new text
 * @param at when the edge took it
 * @param premoderated true where every comment of the thread waits for a moderator, edits too;
 *     absent elsewhere
 */
public record Revise(
    String command,
    CommentId comment,
    int basedOn,
    String text,
    Instant at,
    @Nullable Boolean premoderated)
    implements CommentCommand {
  /** Checks that all that is not optional is there. */
  public Revise {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(at, "at");
  }

  /** One in a thread where comments wait for nobody. */
  public Revise(String command, CommentId comment, int basedOn, String text, Instant at) {
    this(command, comment, basedOn, text, at, null);
  }
}
