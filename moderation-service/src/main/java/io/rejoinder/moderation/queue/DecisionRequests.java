package io.rejoinder.moderation.queue;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Undo;
import io.rejoinder.events.comment.Verdict;
import io.rejoinder.moderation.problem.Problem;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What moderators' clients send, and the commands that it becomes. */
public final class DecisionRequests {

  /** Why something is rejected, as authors and statistics are told. */
  public static final Set<String> REASONS =
      Set.of("spam", "off-topic", "abuse", "spoiler", "personal-data", "other");

  /** A UUID, as our console sends, or whatever else a client tells its commands apart by. */
  private static final Pattern COMMAND = Pattern.compile("[0-9A-Za-z_-]{1,64}");

  private DecisionRequests() {}

  private static String command(@Nullable String command) {
    if (command == null || !COMMAND.matcher(command).matches()) {
      throw Problem.invalid(
          "command", command == null ? 0 : command.length(), "1..64 letters, digits, - and _");
    }
    return command;
  }

  private static long atLeast(String field, @Nullable Long value, long least) {
    if (value == null || value < least) {
      throw Problem.invalid(field, value == null ? "absent" : value, "at least " + least);
    }
    return value;
  }

  private static int number(String field, @Nullable Long value) {
    if (atLeast(field, value, 1) > Integer.MAX_VALUE) {
      throw Problem.invalid(field, String.valueOf(value), "at most " + Integer.MAX_VALUE);
    }
    return Math.toIntExact(atLeast(field, value, 1));
  }

  /** The body of {@code POST /api/comments/{id}/decisions}. */
  record Decision(
      @Nullable String command,
      @Nullable Verdict verdict,
      @Nullable String reason,
      @Nullable Long revision,
      @Nullable Long basedOn) {

    Decide of(CommentId comment, By by, Instant at) {
      if (verdict == null) {
        throw Problem.invalid("verdict", "absent", "approve, reject or escalate");
      }
      if (reason != null && !REASONS.contains(reason)) {
        throw Problem.invalid("reason", reason.length() + " characters", "one of " + REASONS);
      }
      return new Decide(
          DecisionRequests.command(command),
          comment,
          number("revision", revision),
          atLeast("basedOn", basedOn, 1),
          verdict,
          verdict == Verdict.REJECT ? reason : null,
          by,
          at);
    }
  }

  /** The body of {@code POST /api/comments/{id}/undo}. */
  record Undoing(@Nullable String command, @Nullable Long decision, @Nullable Long basedOn) {

    Undo of(CommentId comment, By by, Instant at) {
      return new Undo(
          DecisionRequests.command(command),
          comment,
          number("decision", decision),
          atLeast("basedOn", basedOn, 1),
          by,
          at);
    }
  }
}
