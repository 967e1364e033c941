package io.rejoinder.moderation.record;

import static io.rejoinder.moderation.record.Commands.approve;
import static io.rejoinder.moderation.record.Commands.claim;
import static io.rejoinder.moderation.record.Commands.erase;
import static io.rejoinder.moderation.record.Commands.imported;
import static io.rejoinder.moderation.record.Commands.reject;
import static io.rejoinder.moderation.record.Commands.revise;
import static io.rejoinder.moderation.record.Commands.submit;
import static io.rejoinder.moderation.record.Commands.undo;
import static io.rejoinder.moderation.record.Commands.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoldTest {

  /** Holds what says "hold", rejects what says "spam", approves the rest. */
  static final Judge JUDGE =
      candidate -> {
        Status outcome =
            candidate.text().contains("spam")
                ? Status.REJECTED
                : candidate.text().contains("hold") || candidate.rejectedBefore()
                    ? Status.HELD
                    : Status.APPROVED;
        Evidence evidence = new Evidence("words", 0, "sentence", List.of(), Map.of());
        return new Ruling(outcome, null, "why", Map.of("policy", "1"), List.of(evidence));
      };

  private final Fold fold = new Fold(JUDGE);
  private @Nullable CommentState state;
  private String result = "";

  private CommentState after(CommentCommand... commands) {
    for (CommentCommand command : commands) {
      Folded folded = fold.fold(state, command);
      result = folded.result();
      state = folded.written() == null ? state : folded.written();
    }
    if (state == null) {
      throw new AssertionError("no state");
    }
    return state;
  }

  private static String refused(CommentState state, String command) {
    String refused = state.outcomeOf(command).map(Outcome::refused).orElse(null);
    return String.valueOf(refused);
  }

  private static Decision standing(CommentState state) {
    return state.standing().orElseThrow();
  }

  @Test
  void approvedSubmissionIsShown() {
    CommentState approved = after(submit("a fine film"));
    assertThat(approved.version()).isEqualTo(1);
    assertThat(approved.status()).isEqualTo(Status.APPROVED);
    assertThat(approved.shown()).isEqualTo(approved.newest());
    assertThat(approved.shownSince()).isEqualTo(1);
    assertThat(standing(approved).by()).isEqualTo(By.SCREENING);
    assertThat(standing(approved).evidence()).hasSize(1);
  }

  @Test
  void heldSubmissionIsNotShown() {
    CommentState held = after(submit("hold me"));
    assertThat(held.status()).isEqualTo(Status.HELD);
    assertThat(held.shown()).isNull();
    assertThat(held.shownSince()).isZero();
  }

  @Test
  void submissionOfKnownIdChangesNothing() {
    CommentState first = after(submit("a fine film"));
    assertThat(after(submit("another text"))).isSameAs(first);
    assertThat(result).isEqualTo("known");
  }

  @Test
  void commandThatWasFoldedBeforeChangesNothing() {
    CommentState first = after(submit("hold"), approve("c1", 1, 1));
    assertThat(after(approve("c1", 1, 1))).isSameAs(first);
  }

  @Test
  void commandForUnknownCommentIsDropped() {
    assertThat(fold.fold(null, approve("c1", 1, 1))).isEqualTo(Folded.UNKNOWN);
    assertThat(fold.fold(null, revise("c1", 1, "x"))).isEqualTo(Folded.UNKNOWN);
    assertThat(fold.fold(null, undo("c1", 1, 1))).isEqualTo(Folded.UNKNOWN);
  }

  @Test
  void approvalShowsTheComment() {
    CommentState approved = after(submit("hold"), approve("c1", 1, 1));
    assertThat(approved.status()).isEqualTo(Status.APPROVED);
    assertThat(approved.shown()).isEqualTo(approved.newest());
    assertThat(approved.version()).isEqualTo(2);
    assertThat(approved.since()).isEqualTo(2);
    assertThat(standing(approved).by()).isEqualTo(Commands.ANNA);
    assertThat(standing(approved).number()).isEqualTo(2);
    assertThat(approved.outcomeOf("c1")).contains(new Outcome("c1", null, 2));
  }

  @Test
  void rejectionTakesTheShownRevisionAway() {
    CommentState rejected = after(submit("fine"), reject("c1", 1, 1));
    assertThat(rejected.status()).isEqualTo(Status.REJECTED);
    assertThat(rejected.shown()).isNull();
    assertThat(rejected.shownSince()).isEqualTo(2);
    assertThat(standing(rejected).reason()).isEqualTo("spam");
  }

  @Test
  void secondModeratorOnOneVersionIsToldThatItIsDecided() {
    CommentState both = after(submit("hold"), approve("c1", 1, 1), reject("c2", 1, 1));
    assertThat(both.status()).isEqualTo(Status.APPROVED);
    assertThat(refused(both, "c2")).isEqualTo("already-decided");
    assertThat(both.version()).isEqualTo(3);
    assertThat(both.since()).isEqualTo(2);
  }

  @Test
  void decisionAfterLookingAgainIsApplied() {
    CommentState both = after(submit("hold"), approve("c1", 1, 1), reject("c2", 1, 2));
    assertThat(both.status()).isEqualTo(Status.REJECTED);
  }

  @Test
  void decisionBasedOnRefusalsVersionIsStillInDate() {
    CommentState state = after(submit("hold"), revise("c1", 7, "other"), approve("c2", 1, 1));
    assertThat(refused(state, "c1")).isEqualTo("outdated");
    assertThat(state.status()).isEqualTo(Status.APPROVED);
  }

  @Test
  void decisionOnTextThatWasEditedIsOutdated() {
    CommentState state = after(submit("hold"), revise("c1", 1, "hold it"), approve("c2", 1, 1));
    assertThat(refused(state, "c2")).isEqualTo("outdated");
    assertThat(state.status()).isEqualTo(Status.HELD);
  }

  @Test
  void sameVerdictTwiceIsRefused() {
    CommentState state = after(submit("hold"), approve("c1", 1, 1), approve("c2", 1, 2));
    assertThat(refused(state, "c2")).isEqualTo("already-decided");
  }

  @Test
  void heldEditLeavesTheLastApprovedRevisionShown() {
    CommentState edited = after(submit("fine"), revise("c1", 1, "hold this"));
    assertThat(edited.status()).isEqualTo(Status.HELD);
    assertThat(edited.newest().number()).isEqualTo(2);
    assertThat(edited.shown()).isEqualTo(new Revision(1, "fine", Commands.AT));
    assertThat(edited.shownSince()).isEqualTo(1);
  }

  @Test
  void approvedEditIsShown() {
    CommentState edited = after(submit("fine"), revise("c1", 1, "finer"));
    assertThat(edited.shown()).isEqualTo(edited.newest());
    assertThat(edited.shownSince()).isEqualTo(2);
  }

  @Test
  void rejectionOfHeldEditLeavesTheOlderRevisionShown() {
    CommentState state = after(submit("fine"), revise("c1", 1, "hold"), reject("c2", 2, 2));
    assertThat(state.status()).isEqualTo(Status.REJECTED);
    assertThat(state.shown()).isNotNull();
  }

  @Test
  void rejectionOfTheShownRevisionLeavesTheNewestWaiting() {
    CommentState state = after(submit("fine"), revise("c1", 1, "hold"), reject("c2", 1, 2));
    assertThat(state.status()).isEqualTo(Status.HELD);
    assertThat(state.shown()).isNull();
    assertThat(state.shownSince()).isEqualTo(3);
  }

  @Test
  void undoOfRemovalOfAnOlderRevisionShowsItAgain() {
    CommentState state =
        after(submit("fine"), revise("c1", 1, "hold"), reject("c2", 1, 2), undo("c3", 3, 3));
    assertThat(state.shown()).hasFieldOrPropertyWithValue("text", "fine");
    assertThat(state.shownSince()).isEqualTo(4);
    assertThat(state.status()).isEqualTo(Status.HELD);
    assertThat(standing(state).outcome()).isEqualTo(Status.APPROVED);
  }

  @Test
  void undoOfAnApprovedEditShowsTheRevisionBefore() {
    CommentState state =
        after(submit("fine"), revise("c1", 1, "hold"), approve("c2", 2, 2), undo("c3", 3, 3));
    assertThat(state.status()).isEqualTo(Status.HELD);
    assertThat(state.newest().text()).isEqualTo("hold");
    assertThat(state.shown()).hasFieldOrPropertyWithValue("text", "fine");
  }

  @Test
  void undoOfAnEditThatTheScreensApprovedShowsTheRevisionBefore() {
    CommentState state = after(submit("fine"), revise("c1", 1, "finer"), undo("c2", 2, 2));
    assertThat(state.status()).isEqualTo(Status.HELD);
    assertThat(state.shown()).hasFieldOrPropertyWithValue("text", "fine");
  }

  @Test
  void undoOfTheApprovalOfAnEditBringsNothingBackThatWasRejected() {
    CommentState state =
        after(
            submit("fine"),
            reject("c1", 1, 1),
            revise("c2", 1, "hold"),
            approve("c3", 2, 3),
            undo("c4", 4, 4));
    assertThat(state.status()).isEqualTo(Status.HELD);
    assertThat(state.shown()).isNull();
  }

  @Test
  void undoOfARejectedEditLeavesWhatReadersSee() {
    CommentState state =
        after(submit("fine"), revise("c1", 1, "hold"), reject("c2", 2, 2), undo("c3", 3, 3));
    assertThat(state.status()).isEqualTo(Status.HELD);
    assertThat(state.shown()).hasFieldOrPropertyWithValue("text", "fine");
    assertThat(state.shownSince()).isEqualTo(1);
  }

  @Test
  void approvalOfAnOlderShownRevisionIsDecidedAlready() {
    CommentState state = after(submit("fine"), revise("c1", 1, "hold"), approve("c2", 1, 2));
    assertThat(refused(state, "c2")).isEqualTo("already-decided");
  }

  @Test
  void editBasedOnAnOlderRevisionIsRefused() {
    CommentState state = after(submit("fine"), revise("c1", 1, "finer"), revise("c2", 1, "finest"));
    assertThat(refused(state, "c2")).isEqualTo("outdated");
    assertThat(state.newest().text()).isEqualTo("finer");
  }

  @Test
  void editWithTheSameTextIsNoRevision() {
    CommentState state = after(submit("fine"), revise("c1", 1, "fine"));
    assertThat(state.newest().number()).isEqualTo(1);
    assertThat(state.since()).isEqualTo(1);
    assertThat(state.outcomeOf("c1")).hasValueSatisfying(o -> assertThat(o.applied()).isTrue());
  }

  @Test
  void editAfterRejectionIsJudgedAsSuch() {
    CommentState state = after(submit("hold"), reject("c1", 1, 1), revise("c2", 1, "fine"));
    assertThat(state.status()).isEqualTo(Status.HELD);
  }

  @Test
  void withdrawalTakesTextAndEvidenceAway() {
    CommentState gone = after(submit("fine"), revise("c0", 1, "finer"), withdraw("c1"));
    assertThat(gone.status()).isEqualTo(Status.WITHDRAWN);
    assertThat(gone.newest().text()).isEmpty();
    assertThat(gone.shown()).isNull();
    assertThat(gone.replaced()).isNull();
    assertThat(gone.shownSince()).isEqualTo(3);
    assertThat(standing(gone).evidence()).isEmpty();
  }

  @Test
  void ofAnErasedCommentNothingStaysButItsPlace() {
    CommentState before = after(submit("fine"), revise("c0", 1, "finer"), approve("c1", 2, 2));
    CommentState gone =
        after(submit("fine"), revise("c0", 1, "finer"), approve("c1", 2, 2), erase("c2"));
    assertThat(gone.status()).isEqualTo(Status.ERASED);
    assertThat(gone.author()).isEqualTo(new Author("", null, null));
    assertThat(gone.newest().text()).isEmpty();
    assertThat(gone.shown()).isNull();
    assertThat(gone.replaced()).isNull();
    assertThat(gone.decisions()).isEmpty();
    assertThat(gone.origin()).isNull();
    assertThat(gone.thread()).isEqualTo(before.thread());
    assertThat(gone.createdAt()).isEqualTo(before.createdAt());
    assertThat(gone.version()).isGreaterThan(before.version());
    assertThat(gone.shownSince()).isEqualTo(gone.version());
    assertThat(gone.outcomeOf("c2")).hasValueSatisfying(o -> assertThat(o.applied()).isTrue());
  }

  @Test
  void nothingRevivesAnErasedComment() {
    CommentState state =
        after(
            submit("fine"),
            withdraw("c1"),
            erase("c2"),
            submit("fine"),
            revise("c3", 1, "again"),
            approve("c4", 1, 2),
            withdraw("c5"),
            erase("c6"));
    assertThat(state.status()).isEqualTo(Status.ERASED);
    assertThat(refused(state, "c3")).isEqualTo("erased");
    assertThat(refused(state, "c4")).isEqualTo("erased");
    assertThat(refused(state, "c5")).isEqualTo("erased");
    assertThat(refused(state, "c6")).isEqualTo("null");
  }

  @Test
  void anErasureBeforeItsSubmissionWins() {
    CommentState state = after(erase("c1"), submit("fine"));
    assertThat(state.status()).isEqualTo(Status.ERASED);
    assertThat(state.newest().text()).isEmpty();
    assertThat(result).isEqualTo("known");
  }

  @Test
  void aClaimChangesTheAuthorAndNothingElse() {
    CommentState before = after(submit("fine"));
    CommentState state = after(submit("fine"), claim("c1", "eileen", "Eileen Wade"));

    assertThat(state.author()).isEqualTo(new Author("Eileen Wade", null, null, "eileen", true));
    assertThat(state.status()).isEqualTo(before.status());
    assertThat(state.newest()).isEqualTo(before.newest());
    assertThat(state.shown()).isEqualTo(before.shown());
    assertThat(state.decisions()).isEqualTo(before.decisions());
    assertThat(state.version()).isEqualTo(2);
    assertThat(state.shownSince()).as("readers see another name").isEqualTo(2);
    assertThat(result).isEqualTo("claimed");
  }

  @Test
  void aClaimOfTheSameReaderChangesNothingAndThatOfAnotherIsRefused() {
    CommentState state =
        after(
            submit("fine"),
            claim("c1", "eileen", "Eileen Wade"),
            claim("c2", "eileen", "Eileen"),
            claim("c3", "roger", "Roger Wade"));
    assertThat(state.author().name()).isEqualTo("Eileen Wade");
    assertThat(refused(state, "c2")).isEqualTo("null");
    assertThat(refused(state, "c3")).isEqualTo("claimed");
  }

  @Test
  void whatIsNotSeenIsClaimedWithoutReadersHearingOfIt() {
    CommentState held = after(submit("hold this"), claim("c1", "eileen", "Eileen Wade"));
    assertThat(held.status()).isEqualTo(Status.HELD);
    assertThat(held.shownSince()).isZero();
    assertThat(held.since()).as("a moderator's decision stays in date").isEqualTo(1);
  }

  @Test
  void whatIsWithdrawnCannotBeClaimed() {
    CommentState gone = after(submit("fine"), withdraw("c1"), claim("c2", "eileen", "Eileen"));
    assertThat(refused(gone, "c2")).isEqualTo("withdrawn");
    assertThat(gone.author().verified()).isNull();
  }

  @Test
  void aClaimOfACommentThatIsNotThereIsNone() {
    CommentState state = after(claim("c1", "eileen", "Eileen"), submit("fine"));
    assertThat(state.author().verified()).isNull();
  }

  @Test
  void anApprovalIsUndoneAfterAClaimAsWellAsBefore() {
    CommentState state =
        after(
            submit("hold this"),
            approve("c1", 1, 1),
            claim("c2", "eileen", "Eileen Wade"),
            undo("c3", 2, 3));
    assertThat(state.status()).isEqualTo(Status.HELD);
    assertThat(state.shown()).isNull();
  }

  @Test
  void nothingRevivesWithdrawnComment() {
    CommentState state =
        after(
            submit("fine"),
            withdraw("c1"),
            submit("fine"),
            revise("c2", 1, "again"),
            approve("c3", 1, 2),
            undo("c4", 1, 2),
            withdraw("c5"));
    assertThat(state.status()).isEqualTo(Status.WITHDRAWN);
    assertThat(refused(state, "c2")).isEqualTo("withdrawn");
    assertThat(refused(state, "c3")).isEqualTo("withdrawn");
    assertThat(refused(state, "c4")).isEqualTo("withdrawn");
    assertThat(refused(state, "c5")).isEqualTo("null");
  }

  @Test
  void withdrawalBeforeSubmissionWins() {
    CommentState state = after(withdraw("c1"), submit("fine"));
    assertThat(state.status()).isEqualTo(Status.WITHDRAWN);
    assertThat(state.newest().text()).isEmpty();
    assertThat(result).isEqualTo("known");
  }

  @Test
  void undoOfApprovalHoldsAgain() {
    CommentState state = after(submit("hold"), approve("c1", 1, 1), undo("c2", 2, 2));
    assertThat(state.status()).isEqualTo(Status.HELD);
    assertThat(state.shown()).isNull();
    assertThat(standing(state).undoes()).isEqualTo(2);
    assertThat(standing(state).by()).isEqualTo(Commands.BELA);
  }

  @Test
  void undoOfRejectionShowsAgain() {
    CommentState state = after(submit("fine"), reject("c1", 1, 1), undo("c2", 2, 2));
    assertThat(state.status()).isEqualTo(Status.APPROVED);
    assertThat(state.shown()).isEqualTo(state.newest());
    assertThat(state.shownSince()).isEqualTo(3);
  }

  @Test
  void undoOfAnUndoIsTheDecisionAgain() {
    CommentState state =
        after(submit("hold"), approve("c1", 1, 1), undo("c2", 2, 2), undo("c3", 3, 3));
    assertThat(state.status()).isEqualTo(Status.APPROVED);
  }

  @Test
  void undoOfScreeningHolds() {
    assertThat(after(submit("fine"), undo("c1", 1, 1)).status()).isEqualTo(Status.HELD);
  }

  @Test
  void undoOfAnOlderDecisionIsRefused() {
    CommentState state =
        after(submit("hold"), approve("c1", 1, 1), reject("c2", 1, 2), undo("c3", 2, 3));
    assertThat(refused(state, "c3")).isEqualTo("outdated");
    assertThat(state.status()).isEqualTo(Status.REJECTED);
  }

  @Test
  void undoBasedOnAnOlderVersionIsRefused() {
    CommentState state = after(submit("hold"), approve("c1", 1, 1), undo("c2", 2, 1));
    assertThat(refused(state, "c2")).isEqualTo("outdated");
  }

  @Test
  void importKeepsTheVerdictThatItHad() {
    CommentState state = after(imported(Status.APPROVED));
    assertThat(state.status()).isEqualTo(Status.APPROVED);
    assertThat(state.createdAt()).isEqualTo("2012-01-01T00:00:00Z");
    assertThat(standing(state).by()).isEqualTo(By.IMPORT);
    assertThat(standing(state).evidence()).hasSize(1);
    assertThat(state.origin()).isNotNull();
  }

  @Test
  void rejectedImportKeepsItsReason() {
    CommentState state = after(imported(Status.REJECTED));
    assertThat(state.status()).isEqualTo(Status.REJECTED);
    assertThat(standing(state).reason()).isEqualTo("spam");
    assertThat(state.shown()).isNull();
  }

  @Test
  void importNeverOverrides() {
    CommentState first = after(imported(Status.APPROVED), reject("c1", 1, 1));
    assertThat(after(imported(Status.APPROVED))).isSameAs(first);
  }

  @Test
  void decisionsAndOutcomesAreBounded() {
    after(submit("hold"));
    for (int i = 1; i <= 40; i++) {
      CommentState now = after();
      after(i % 2 == 0 ? approve("c" + i, 1, now.version()) : reject("c" + i, 1, now.version()));
    }
    CommentState state = after();
    assertThat(state.decisions()).hasSize(CommentState.DECISIONS_KEPT);
    assertThat(state.outcomes()).hasSize(CommentState.OUTCOMES_KEPT);
    assertThat(standing(state).number()).isEqualTo(41);
    assertThat(state.version()).isEqualTo(41);
  }
}
