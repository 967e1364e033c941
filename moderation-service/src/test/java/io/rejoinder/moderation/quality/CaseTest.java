package io.rejoinder.moderation.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Sample;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.comment.Verdict;
import io.rejoinder.events.comment.Withdraw;
import io.rejoinder.moderation.policy.Fallback;
import io.rejoinder.moderation.quality.Case.Ruled;
import io.rejoinder.moderation.record.Fold;
import io.rejoinder.moderation.record.Ruling;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseTest {

  private static final Evidence MODEL =
      new Evidence("model", 0.4, "like spam", List.of(), Map.of("probability", "0.7"));
  private static final Evidence SCORE =
      new Evidence("score", 0, "in all", List.of(), Map.of("spam", "0.125"));

  private static CommentState after(Ruling ruling, CommentCommand... commands) {
    Fold fold = new Fold(candidate -> ruling);
    @Nullable CommentState state = null;
    for (CommentCommand command : commands) {
      state = fold.fold(state, command).written();
    }
    return Objects.requireNonNull(state);
  }

  private static Submit submit() {
    Author author = new Author("Neil", null, null);
    return new Submit(
        CasesOf.id(1).value(),
        CasesOf.id(1),
        new ThreadId("heat"),
        null,
        author,
        "text",
        CasesOf.NOW);
  }

  private static Ruling ruling(Status outcome, Map<String, String> versions, Evidence... found) {
    return new Ruling(outcome, null, "why", versions, List.of(found), new Sample(0.01, 1));
  }

  private static Case of(CommentState state) {
    return Objects.requireNonNull(Case.of(state));
  }

  @Test
  void verdictOfASampleIsKeptWithTheScore() {
    Decide approve =
        new Decide(
            "c1",
            CasesOf.id(1),
            1,
            1,
            Verdict.APPROVE,
            null,
            By.moderator("a", "anna"),
            CasesOf.NOW.plusSeconds(60));
    Case judged = of(after(ruling(Status.REJECTED, Map.of(), MODEL, SCORE), submit(), approve));
    assertThat(judged.day()).isEqualTo(CasesOf.TODAY);
    assertThat(judged.ruled()).isEqualTo(Ruled.REJECTED);
    assertThat(judged.measures()).isTrue();
    assertThat(judged.judged())
        .isEqualTo(
            new Case.Judged(
                0.125,
                new Sample(0.01, 1),
                List.of(Status.APPROVED),
                Status.APPROVED,
                null,
                CasesOf.NOW.plusSeconds(60)));
  }

  @Test
  void modelsProbabilityStandsInForTheScore() {
    Case one = of(after(ruling(Status.APPROVED, Map.of(), MODEL), submit()));
    assertThat(one.bin()).isEqualTo(Score.bin(0.7)).isEqualTo(5);
    assertThat(of(after(ruling(Status.APPROVED, Map.of()), submit())).bin()).isEqualTo(-1);
    assertThat(List.of(Score.bin(0), Score.bin(0.01), Score.bin(0.5), Score.bin(1)))
        .containsExactly(0, 0, 5, 9);
  }

  @Test
  void holdForThePauseIsToldFromOneForDoubt() {
    assertThat(of(after(ruling(Status.HELD, Map.of()), submit())).ruled()).isEqualTo(Ruled.HELD);
    Map<String, String> paused = Map.of(Fallback.NAME, Fallback.HOLD);
    assertThat(of(after(ruling(Status.HELD, paused), submit())).ruled()).isEqualTo(Ruled.PAUSED);
  }

  @Test
  void withdrawalLeavesWhatWasDecided() {
    Withdraw withdraw = new Withdraw("w", CasesOf.id(1), CasesOf.NOW);
    Case gone = of(after(ruling(Status.APPROVED, Map.of(), MODEL), submit(), withdraw));
    assertThat(gone.ruled()).isEqualTo(Ruled.APPROVED);
    assertThat(gone.bin()).isEqualTo(-1);
    assertThat(gone.measures()).isFalse();
  }
}
