package io.rejoinder.moderation.record;

import static io.rejoinder.moderation.record.Commands.appeal;
import static io.rejoinder.moderation.record.Commands.approve;
import static io.rejoinder.moderation.record.Commands.byBela;
import static io.rejoinder.moderation.record.Commands.erase;
import static io.rejoinder.moderation.record.Commands.reject;
import static io.rejoinder.moderation.record.Commands.revise;
import static io.rejoinder.moderation.record.Commands.submit;
import static io.rejoinder.moderation.record.Commands.undo;
import static io.rejoinder.moderation.record.Commands.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Appealed;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Status;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppealsTest {

  private final Fold fold = new Fold(FoldTest.JUDGE);
  private @Nullable CommentState state;

  private CommentState after(CommentCommand... commands) {
    for (CommentCommand command : commands) {
      CommentState written = fold.fold(state, command).written();
      state = written == null ? state : written;
    }
    return Objects.requireNonNull(state);
  }

  private static Appealed appealOf(CommentState state) {
    return Objects.requireNonNull(state.appeal());
  }

  private static @Nullable String refusal(CommentState state, String command) {
    return state.outcomeOf(command).map(Outcome::refused).orElse(null);
  }

  /** Rejected by Anna at version 2, appealed at version 3. */
  private CommentState appealed() {
    return after(submit("hold this"), reject("r", 1, 1), appeal("a", 1));
  }

  @Test
  void anAppealWaitsForSomebodyElseThanWhoRejected() {
    CommentState waits = appealed();
    assertThat(waits.hasOpenAppeal()).isTrue();
    assertThat(waits.status()).isEqualTo(Status.REJECTED);
    assertThat(appealOf(waits).judges()).containsExactly("a1");
    assertThat(appealOf(waits).version()).isEqualTo(3);

    CommentState own = after(approve("own", 1, 3));
    assertThat(refusal(own, "own")).isEqualTo("own-decision");
    assertThat(own.hasOpenAppeal()).isTrue();

    CommentState granted = after(byBela(approve("other", 1, 4)));
    assertThat(refusal(granted, "other")).isNull();
    assertThat(granted.status()).isEqualTo(Status.APPROVED);
    assertThat(granted.shown()).isEqualTo(granted.newest());
    assertThat(granted.standing().orElseThrow().why()).isEqualTo("Approved by bela on appeal");
    assertThat(appealOf(granted).answer()).isEqualTo(granted.standing().orElseThrow().number());
    assertThat(appealOf(granted).sole()).isNull();
  }

  @Test
  void whereThereIsNobodyElseTheSoleModeratorAnswersAndItIsMarked() {
    CommentState before = appealed();
    Decide decide = reject("sole", 1, before.version()).bySole();
    CommentState upheld = after(decide);
    assertThat(upheld.status()).isEqualTo(Status.REJECTED);
    assertThat(upheld.hasOpenAppeal()).isFalse();
    assertThat(upheld.standing().orElseThrow().why())
        .isEqualTo("Rejected by anna on appeal, as the sole moderator");
    assertThat(appealOf(upheld).sole()).isTrue();
    assertThat(upheld.decisions()).hasSize(before.decisions().size() + 1);
  }

  @Test
  void whatScreeningRejectedAnybodyAnswers() {
    after(submit("spam"), appeal("a", 1));
    CommentState upheld = after(reject("r", 1, 2));
    assertThat(refusal(upheld, "r")).isNull();
    assertThat(upheld.hasOpenAppeal()).isFalse();
    assertThat(appealOf(upheld).sole()).isNull();
  }

  @Test
  void aDecisionThatDidNotKnowOfTheAppealIsRefused() {
    appealed();
    CommentState late = after(byBela(approve("late", 1, 2)));
    assertThat(refusal(late, "late")).isEqualTo("outdated");
    assertThat(late.hasOpenAppeal()).isTrue();
  }

  @Test
  void oneAppealsOnceAndAgainstARejectionOfTheNewestRevisionOnly() {
    assertThat(refusal(after(submit("hold this"), appeal("early", 1)), "early"))
        .isEqualTo("outdated");
    after(reject("r", 1, 2));
    assertThat(refusal(after(appeal("other", 2)), "other")).isEqualTo("outdated");
    assertThat(refusal(after(appeal("a", 1)), "a")).isNull();
    assertThat(refusal(after(appeal("again", 1)), "again")).isEqualTo("appealed");
    after(byBela(reject("upheld", 1, Objects.requireNonNull(state).version())));
    assertThat(refusal(after(appeal("third", 1)), "third")).isEqualTo("appealed");
  }

  @Test
  void anUndoOfTheAnswerHasTheAppealWaitAgain() {
    appealed();
    CommentState granted = after(byBela(approve("yes", 1, 3)));
    int number = granted.standing().orElseThrow().number();
    CommentState again = after(undo("u", number, granted.version()));
    assertThat(again.status()).isEqualTo(Status.REJECTED);
    assertThat(again.hasOpenAppeal()).isTrue();
    assertThat(again.shown()).isNull();
    CommentState upheld = after(byBela(reject("no", 1, again.version())));
    assertThat(upheld.hasOpenAppeal()).isFalse();
  }

  @Test
  void anUndoOfTheRejectionBringsBackWhatReadersSawAlsoAfterAnAppeal() {
    CommentState shown = after(submit("fine"));
    after(reject("r", 1, shown.version()), appeal("a", 1));
    int number = Objects.requireNonNull(state).standing().orElseThrow().number();
    CommentState undone = after(undo("u", number, state.version()));
    assertThat(undone.status()).isEqualTo(Status.APPROVED);
    assertThat(undone.shown()).isEqualTo(shown.newest());
    assertThat(undone.hasOpenAppeal()).isFalse();
  }

  @Test
  void anotherTextIsAnotherMatter() {
    appealed();
    CommentState revised = after(revise("e", 1, "hold that"));
    assertThat(revised.status()).isEqualTo(Status.HELD);
    assertThat(appealOf(revised).answer()).isNotNull();
    CommentState rejected = after(reject("r2", 2, revised.version()));
    assertThat(rejected.hasOpenAppeal()).isFalse();
  }

  @Test
  void nothingThatTheAuthorSaidStaysOnceTheCommentIsGone() {
    appealed();
    assertThat(appealOf(after(withdraw("w"))).text()).isNull();
    assertThat(after(erase("x")).appeal()).isNull();
  }

  @Test
  void whoeverAnswersAnAppealIsNoBlindJudge() {
    CommentState before = appealed();
    Opinions opinions = Opinions.of(before);
    assertThat(opinions.wanted()).isFalse();
    CommentState granted = after(byBela(approve("yes", 1, before.version())));
    assertThat(Opinions.of(granted).standing()).isNotNull();
    assertThat(Opinions.of(granted).standing().verdict()).isEqualTo(Status.APPROVED);
  }
}
