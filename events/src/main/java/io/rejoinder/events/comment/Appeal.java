package io.rejoinder.events.comment;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The author of a comment asks that somebody else looks at its rejection. It can be asked once for
 * a comment.
 *
 * @param command the command's id, made of the comment
 * @param comment the comment's id
 * @param revision the revision that was rejected; refused if it is not the newest
 * @param text why it should be shown, for moderators only; null where nothing is said
 * @param at when the edge took it
 */
public record Appeal(
    String command, CommentId comment, int revision, @Nullable String text, Instant at)
    implements CommentCommand {
  /** Checks that all but the text is there. */
  public Appeal {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(at, "at");
  }
}
