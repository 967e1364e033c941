package io.rejoinder.moderation.record;

import static io.rejoinder.moderation.record.Commands.approve;
import static io.rejoinder.moderation.record.Commands.byBela;
import static io.rejoinder.moderation.record.Commands.reject;
import static io.rejoinder.moderation.record.Commands.revise;
import static io.rejoinder.moderation.record.Commands.submit;
import static io.rejoinder.moderation.record.Commands.undo;
import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Sample;
import io.rejoinder.events.comment.Status;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Automatic decisions that people judge blind. */
class OpinionsTest {

  private static final Sample TWO = new Sample(0.01, 2);

  /** Everything is approved or, if it says so, rejected as spam, and sampled. */
  private static CommentState after(Sample sample, CommentCommand... commands) {
    Fold fold =
        new Fold(
            candidate ->
                new Ruling(
                    candidate.text().contains("spam") ? Status.REJECTED : Status.APPROVED,
                    null,
                    "why",
                    Map.of(),
                    List.of(),
                    sample));
    @Nullable CommentState state = null;
    for (CommentCommand command : commands) {
      CommentState written = fold.fold(state, command).written();
      state = written == null ? state : written;
    }
    return Objects.requireNonNull(state);
  }

  private static String refused(CommentState state, String command) {
    return String.valueOf(state.outcomeOf(command).map(Outcome::refused).orElse(null));
  }

  @Test
  void sampleIsRecordedAndChangesNothingForReaders() {
    CommentState state = after(TWO, submit("fine"));
    assertThat(state.status()).isEqualTo(Status.APPROVED);
    assertThat(state.shown()).isEqualTo(state.newest());
    assertThat(state.standing()).map(Decision::sampled).contains(TWO);
    assertThat(Opinions.of(state).wanted()).isTrue();
  }

  @Test
  void approvalOfWhatScreeningApprovedIsAnOpinionAndLeavesItShown() {
    CommentState state = after(new Sample(0.01, 1), submit("fine"), approve("c1", 1, 1));
    assertThat(state.status()).isEqualTo(Status.APPROVED);
    assertThat(state.shownSince()).isEqualTo(1);
    Opinions opinions = Opinions.of(state);
    assertThat(opinions.blind()).hasSize(1);
    assertThat(opinions.standing()).hasFieldOrPropertyWithValue("verdict", Status.APPROVED);
    assertThat(opinions.wanted()).isFalse();
  }

  @Test
  void secondOpinionIsWantedOfSomebodyElse() {
    CommentState state = after(TWO, submit("fine"), approve("c1", 1, 1));
    assertThat(Opinions.of(state).wantOf("a1")).isFalse();
    assertThat(Opinions.of(state).wantOf("b2")).isTrue();
  }

  @Test
  void secondOpinionThatAgreesIsKeptAndChangesNothing() {
    CommentState state =
        after(TWO, submit("fine"), approve("c1", 1, 1), byBela(approve("c2", 1, 2)));
    assertThat(refused(state, "c2")).isEqualTo("null");
    assertThat(state.status()).isEqualTo(Status.APPROVED);
    assertThat(state.shownSince()).isEqualTo(1);
    assertThat(Opinions.of(state).blind()).hasSize(2);
    assertThat(Opinions.of(state).wanted()).isFalse();
  }

  @Test
  void secondOpinionThatDiffersWaitsForSomebodyWhoSeesBoth() {
    CommentState state =
        after(TWO, submit("fine"), approve("c1", 1, 1), byBela(reject("c2", 1, 2)));
    assertThat(state.status()).isEqualTo(Status.HELD);
    assertThat(state.shown()).isNull();
    assertThat(state.standing())
        .map(Decision::why)
        .contains("Held: opinions differ. Approved by anna; bela would reject it");
    Opinions opinions = Opinions.of(state);
    assertThat(opinions.standing()).isNull();
    assertThat(opinions.blind())
        .extracting(Opinions.Opinion::verdict)
        .containsExactly(Status.APPROVED, Status.REJECTED);
  }

  @Test
  void decisionBetweenTheTwoStandsAndIsNotBlind() {
    CommentState state =
        after(
            TWO,
            submit("spam"),
            reject("c1", 1, 1),
            byBela(approve("c2", 1, 2)),
            approve("c3", 1, 3));
    assertThat(state.status()).isEqualTo(Status.APPROVED);
    Opinions opinions = Opinions.of(state);
    assertThat(opinions.standing()).hasFieldOrPropertyWithValue("verdict", Status.APPROVED);
    assertThat(opinions.blind())
        .extracting(Opinions.Opinion::verdict)
        .containsExactly(Status.REJECTED, Status.APPROVED);
  }

  @Test
  void twoWhoJudgeAtTheSameTimeAreTwoOpinions() {
    CommentState state = after(TWO, submit("spam"), reject("c1", 1, 1), byBela(reject("c2", 1, 1)));
    assertThat(refused(state, "c2")).isEqualTo("null");
    assertThat(Opinions.of(state).blind()).hasSize(2);
  }

  @Test
  void sameVerdictTwiceByOnePersonIsRefusedAsEver() {
    CommentState state = after(TWO, submit("spam"), reject("c1", 1, 1), reject("c2", 1, 2));
    assertThat(refused(state, "c2")).isEqualTo("already-decided");
  }

  @Test
  void undoneOpinionWasNotSaid() {
    CommentState state = after(TWO, submit("fine"), reject("c1", 1, 1), undo("c2", 2, 2));
    assertThat(state.status()).isEqualTo(Status.APPROVED);
    assertThat(Opinions.of(state).blind()).isEmpty();
    assertThat(Opinions.of(state).wantOf("a1")).isTrue();
  }

  @Test
  void undoOfAnOpinionThatDifferedBringsTheFirstBack() {
    CommentState state =
        after(
            TWO, submit("fine"), approve("c1", 1, 1), byBela(reject("c2", 1, 2)), undo("c3", 3, 3));
    assertThat(state.status()).isEqualTo(Status.APPROVED);
    assertThat(state.shown()).isEqualTo(state.newest());
    assertThat(Opinions.of(state).wantOf("b2")).isTrue();
  }

  @Test
  void undoOfAnUndoIsTheOpinionAgain() {
    CommentState state =
        after(TWO, submit("fine"), reject("c1", 1, 1), undo("c2", 2, 2), undo("c3", 3, 3));
    assertThat(Opinions.of(state).blind()).hasSize(1);
  }

  @Test
  void opinionsOfAnOlderTextAreOfNoAccountForANewOne() {
    CommentState state = after(TWO, submit("fine"), approve("c1", 1, 1), revise("c2", 1, "finer"));
    assertThat(Opinions.of(state).blind()).isEmpty();
    assertThat(Opinions.of(state).wanted()).isTrue();
  }
}
