package io.rejoinder.moderation.audit;

import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.ThreadId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** States of comments on which people decided. */
final class JudgedStates {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  private JudgedStates() {}

  /** Held by the screens, approved by a moderator. */
  static CommentState approved(String id) {
    return state(id, screened(), decided(2, Status.APPROVED, null));
  }

  /** The same, and undone. */
  static CommentState undone(String id) {
    return state(id, screened(), decided(2, Status.APPROVED, null), decided(3, Status.HELD, 2));
  }

  /** Held by the screens. */
  static CommentState held(String id) {
    return state(id, screened());
  }

  /** Rejected by the screens. */
  static CommentState rejected(String id) {
    Map<String, String> versions = Map.of("policy", "9");
    return state(
        id,
        new Decision(
            1,
            1,
            Status.REJECTED,
            By.SCREENING,
            "spam",
            "Rejected: its words",
            null,
            versions,
            List.of(),
            AT));
  }

  private static Decision screened() {
    return new Decision(
        1, 1, Status.HELD, By.SCREENING, null, "3 links", null, Map.of(), List.of(), AT);
  }

  private static Decision decided(int number, Status outcome, @Nullable Integer undoes) {
    By anna = By.moderator("a-1", "anna");
    return new Decision(number, 1, outcome, anna, null, "by anna", undoes, Map.of(), List.of(), AT);
  }

  private static CommentState state(String id, Decision... decisions) {
    return new CommentState(
        new CommentId(id.repeat(32)),
        new ThreadId("heat"),
        null,
        decisions.length,
        decisions.length,
        Status.HELD,
        new Author("Neil", null, null),
        AT,
        new Revision(1, "says \"moderator\"", AT),
        null,
        null,
        0,
        List.of(decisions),
        List.of(),
        null,
        AT);
  }
}
