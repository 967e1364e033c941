package io.rejoinder.moderation.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Revise;
import io.rejoinder.events.comment.Sample;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.comment.Undo;
import io.rejoinder.events.comment.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A moderator passes a comment on, which says nothing of it. */
class EscalationTest {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final CommentId ID = new CommentId("0123456789abcdef0123456789abcdef");
  private static final By ANNA = By.moderator("a", "Anna");

  private final Fold fold =
      new Fold(
          candidate -> {
            Status ruled = candidate.text().startsWith("hold") ? Status.HELD : Status.APPROVED;
            return new Ruling(ruled, null, "why", Map.of(), List.of(), new Sample(0.1, 2));
          });

  private CommentState after(CommentCommand... commands) {
    CommentState state = null;
    for (CommentCommand command : commands) {
      state = Objects.requireNonNull(fold.fold(state, command).written());
    }
    return Objects.requireNonNull(state);
  }

  private static Submit submit(String text) {
    return new Submit(
        ID.value(), ID, new ThreadId("heat"), null, new Author("Neil", null, null), text, AT);
  }

  private static Decide decide(String command, Verdict verdict, long basedOn) {
    return new Decide(command, ID, 1, basedOn, verdict, null, ANNA, AT);
  }

  private static String refused(CommentState state, String command) {
    return String.valueOf(state.outcomeOf(command).map(Outcome::refused).orElse(null));
  }

  @Test
  void itGoesOnWaitingAndSaysWhoPassedItOn() {
    CommentState escalated = after(submit("hold"), decide("e", Verdict.ESCALATE, 1));
    assertThat(escalated.status()).isEqualTo(Status.HELD);
    assertThat(escalated.standing().orElseThrow().escalates()).isTrue();
    assertThat(escalated.standing().orElseThrow().why()).isEqualTo("Escalated by Anna");
    assertThat(Opinions.of(escalated).standing()).isNull();
  }

  @Test
  void itIsDecidedLikeAnyOther() {
    CommentState approved =
        after(submit("hold"), decide("e", Verdict.ESCALATE, 1), decide("a", Verdict.APPROVE, 2));
    assertThat(approved.status()).isEqualTo(Status.APPROVED);
    assertThat(Opinions.of(approved).blind()).hasSize(1);
  }

  @Test
  void itIsPassedOnOnceAndOnlyWhileItWaits() {
    CommentState twice =
        after(submit("hold"), decide("e", Verdict.ESCALATE, 1), decide("f", Verdict.ESCALATE, 2));
    assertThat(refused(twice, "f")).isEqualTo("already-decided");
    CommentState seen = after(submit("fine"), decide("e", Verdict.ESCALATE, 1));
    assertThat(refused(seen, "e")).isEqualTo("already-decided");
    assertThat(seen.shown()).isNotNull();
    CommentState late =
        after(
            submit("hold"),
            new Revise("v", ID, 1, "hold this", AT),
            decide("e", Verdict.ESCALATE, 1));
    assertThat(refused(late, "e")).isEqualTo("outdated");
  }

  @Test
  void itCanBeTakenBack() {
    CommentState back =
        after(
            submit("hold"),
            decide("e", Verdict.ESCALATE, 1),
            new Undo("u", ID, 2, 2, ANNA, AT),
            decide("f", Verdict.ESCALATE, 3));
    assertThat(refused(back, "f")).isEqualTo("null");
  }

  @Test
  void anEditIsNoWayAroundTheModeratorWhoWasCalled() {
    CommentState edited =
        after(submit("hold"), decide("e", Verdict.ESCALATE, 1), new Revise("v", ID, 1, "fine", AT));
    assertThat(edited.status()).isEqualTo(Status.HELD);
    assertThat(edited.shown()).isNull();
    assertThat(edited.standing().orElseThrow().why()).endsWith("as it was escalated");
  }
}
