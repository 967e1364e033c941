package io.rejoinder.moderation.learning;

import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Origin;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.ThreadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comment and what was decided on it, step by step. */
final class Judged {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private final int number;
  private final String text;
  private final List<Decision> decisions = new ArrayList<>();
  private Status status = Status.HELD;
  private @Nullable Origin origin;

  private Judged(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** Held by the screens. */
  static Judged held(int number, String text) {
    return new Judged(number, text).decided(By.SCREENING, Status.HELD, null, null);
  }

  /** Imported with the flag of spam that it had there. */
  static Judged flagged(int number, String text, String site) {
    Judged judged = new Judged(number, text);
    judged.origin = new Origin("wordpress", site + "/1#" + number);
    return judged.decided(By.IMPORT, Status.REJECTED, "spam", null);
  }

  Judged approved(String moderator) {
    return decided(By.moderator(moderator, moderator), Status.APPROVED, null, null);
  }

  Judged rejected(String moderator, String reason) {
    return decided(By.moderator(moderator, moderator), Status.REJECTED, reason, null);
  }

  Judged undone(String moderator) {
    return decided(By.moderator(moderator, moderator), Status.HELD, null, decisions.size());
  }

  Judged erased() {
    status = Status.ERASED;
    return this;
  }

  private Judged decided(By by, Status outcome, @Nullable String reason, @Nullable Integer undoes) {
    int next = decisions.size() + 1;
    decisions.add(new Decision(next, 1, outcome, by, reason, "", undoes, Map.of(), List.of(), AT));
    status = outcome;
    return this;
  }

  CommentState state() {
    boolean erased = status == Status.ERASED;
    return new CommentState(
        new CommentId("%032x".formatted(number)),
        new ThreadId("heat"),
        null,
        decisions.size(),
        decisions.size(),
        status,
        new Author("Neil", null, null),
        AT,
        new Revision(1, erased ? "" : text, AT),
        null,
        null,
        0,
        erased ? List.of() : decisions,
        List.of(),
        origin,
        AT);
  }
}
