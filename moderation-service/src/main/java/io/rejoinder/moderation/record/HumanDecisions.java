package io.rejoinder.moderation.record;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Undo;
import io.rejoinder.events.comment.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The decisions that people take, in the words that others read. */
final class HumanDecisions {

  private HumanDecisions() {}

  /**
   * That they approve or reject.
   *
   * @param how what else is to be said of it, behind who did
   */
  static Decision said(int number, Decide decide, Status verdict, String how) {
    String what = verdict == Status.APPROVED ? "Approved" : "Rejected";
    String why = what + " by " + decide.by().name() + how;
    return new Decision(
        number,
        decide.revision(),
        verdict,
        decide.by(),
        verdict == Status.REJECTED ? decide.reason() : null,
        why,
        null,
        Map.of(),
        List.of(),
        decide.at(),
        null,
        decide.batch());
  }

  /** That they pass it on. */
  static Decision escalated(int number, Decide decide) {
    return new Decision(
        number,
        decide.revision(),
        Status.HELD,
        decide.by(),
        Decision.ESCALATED,
        "Escalated by " + decide.by().name(),
        null,
        Map.of(),
        List.of(),
        decide.at());
  }

  /** That they take a decision back, so that this stands again. */
  static Decision undone(int number, Undo undo, Decision undone, Status standing) {
    return new Decision(
        number,
        undone.revision(),
        standing,
        undo.by(),
        null,
        "Decision " + undone.number() + " undone by " + undo.by().name(),
        undone.number(),
        Map.of(),
        List.of(),
        undo.at());
  }

  /** That so many readers have reported it that somebody is to look at it. */
  static Decision held(int number, int revision, String why, Instant at) {
    return new Decision(
        number, revision, Status.HELD, By.READERS, null, why, null, Map.of(), List.of(), at);
  }

  /** That they say the opposite of the one before, whom they do not know of. */
  static Decision differing(int number, CommentState before, Decide decide) {
    String first = before.standing().map(Decision::why).orElse("Decided");
    String second = decide.verdict() == Verdict.APPROVE ? "would approve" : "would reject";
    return new Decision(
        number,
        decide.revision(),
        Status.HELD,
        decide.by(),
        decide.verdict() == Verdict.REJECT ? decide.reason() : null,
        "Held: opinions differ. " + first + "; " + decide.by().name() + " " + second + " it",
        null,
        Map.of(),
        List.of(),
        decide.at());
  }
}
