package io.rejoinder.events.comment;

import java.time.Instant;
import java.util.Objects;

/**
 * A moderator takes the newest decision back: what stood before it stands again.
 *
 * @param command the command's id
 * @param comment the comment's id
 * @param decision the number of the decision to undo; refused if it is not the newest
 * @param basedOn the state's version that the moderator saw; refused if text or verdict changed
 *     since
 * @param by the moderator
 * @param at when the edge took it
 */
public record Undo(String command, CommentId comment, int decision, long basedOn, By by, Instant at)
    implements CommentCommand {
  /** Checks that all is there. */
  public Undo {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
  }
}
