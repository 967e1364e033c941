package io.rejoinder.events.comment;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A moderator approves or rejects one revision.
 *
 * @param command the command's id
 * @param comment the comment's id
 * @param revision the revision that was judged
 * @param basedOn the state's version that the moderator saw; refused if text or verdict changed
 *     since
 * @param verdict approve or reject
 * @param reason the policy's code for a rejection ({@code spam}, {@code abuse}, …)
 * @param by the moderator
 * @param at when the edge took it
 * @param batch the id of the batch that it is part of; null where it was decided by itself
 * @param sole that there is no moderator but those who rejected it, so that one of them may answer
 *     the appeal; null for nearly all
 */
public record Decide(
    String command,
    CommentId comment,
    int revision,
    long basedOn,
    Verdict verdict,
    @Nullable String reason,
    By by,
    Instant at,
    @Nullable String batch,
    @Nullable Boolean sole)
    implements CommentCommand {
  /** Checks that all but the reason is there. */
  public Decide {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
  }

  /** One that is decided by itself. */
  public Decide(
      String command,
      CommentId comment,
      int revision,
      long basedOn,
      Verdict verdict,
      @Nullable String reason,
      By by,
      Instant at) {
    this(command, comment, revision, basedOn, verdict, reason, by, at, null, null);
  }

  /** The same from the sole one who can decide on it. */
  public Decide bySole() {
    return new Decide(command, comment, revision, basedOn, verdict, reason, by, at, batch, true);
  }
}
