package io.rejoinder.moderation.record;

import static io.rejoinder.moderation.record.Commands.approve;
import static io.rejoinder.moderation.record.Commands.erase;
import static io.rejoinder.moderation.record.Commands.report;
import static io.rejoinder.moderation.record.Commands.revise;
import static io.rejoinder.moderation.record.Commands.submit;
import static io.rejoinder.moderation.record.Commands.undo;
import static io.rejoinder.moderation.record.Commands.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Reports;
import io.rejoinder.events.comment.Status;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportsTest {

  private final Fold fold = new Fold(FoldTest.JUDGE);
  private @Nullable CommentState state;

  private CommentState after(CommentCommand... commands) {
    for (CommentCommand command : commands) {
      CommentState written = fold.fold(state, command).written();
      state = written == null ? state : written;
    }
    return Objects.requireNonNull(state);
  }

  private static Reports reports(CommentState state) {
    return Objects.requireNonNull(state.reports());
  }

  @Test
  void aReaderCountsOnceAndOneAloneChangesNothingThatAnybodySees() {
    CommentState before = after(submit("fine"));
    CommentState once = after(report("ada", "spam", "again"), report("ada", "abuse", null));

    assertThat(reports(once).open()).isEqualTo(1);
    assertThat(once.version()).isEqualTo(before.version() + 1);
    assertThat(once.since()).isEqualTo(before.since());
    assertThat(once.status()).isEqualTo(Status.APPROVED);
    assertThat(once.shown()).isEqualTo(before.shown());
  }

  @Test
  void fromAsManyOnAsTheThreadSaysItWaitsForAModerator() {
    CommentState held =
        after(submit("fine"), report("ada", "spam", "again"), report("bob", "abuse", null));

    assertThat(held.status()).isEqualTo(Status.HELD);
    assertThat(held.shown()).isNull();
    assertThat(held.standing().orElseThrow().by()).isEqualTo(By.READERS);
    assertThat(held.standing().orElseThrow().why())
        .isEqualTo("Held: reported by 2 readers: 1 abuse, 1 spam");
    assertThat(after(report("eve", "spam", null))).as("nobody sees it now").isEqualTo(held);
  }

  @Test
  void whoMakesThemselvesManyIdentitiesIsNotMany() {
    CommentState shown =
        after(
            submit("fine"),
            report("one", "one address", "spam", "first"),
            report("two", "one address", "spam", "second"),
            report("three", "one address", "spam", "third"));
    assertThat(shown.status()).isEqualTo(Status.APPROVED);
    assertThat(reports(shown).unsettled()).as("moderators read each").hasSize(3);

    CommentState held = after(report("bob", "another address", "abuse", null));
    assertThat(held.status()).isEqualTo(Status.HELD);
    assertThat(held.standing().orElseThrow().why())
        .isEqualTo("Held: reported by 4 readers: 1 abuse, 3 spam");
  }

  @Test
  void whatAnOlderWriterKeptOfThemCountsByReader() {
    Reports older = new Reports(List.of("ada", "bob"), List.of(), 1, 0, List.of());
    assertThat(older.voices()).isEqualTo(1);
    assertThat(older.with(report("eve", "x", "spam", null)).voices()).isEqualTo(2);
  }

  @Test
  void anApprovalSettlesThemAndOnlyOthersCountFromThenOn() {
    CommentState held =
        after(submit("fine"), report("ada", "spam", "again"), report("bob", "spam", null));
    CommentState back = after(approve("a", 1, held.version()));

    assertThat(back.status()).isEqualTo(Status.APPROVED);
    assertThat(back.shown()).isNotNull();
    assertThat(reports(back)).isEqualTo(reports(held).settle());
    assertThat(reports(back).unsettled()).isEmpty();
    assertThat(after(report("ada", "spam", "and again"), report("eve", "spam", null)).status())
        .isEqualTo(Status.APPROVED);
    assertThat(after(report("zoe", "spam", null)).status()).isEqualTo(Status.HELD);
  }

  @Test
  void theHoldCanBeUndoneLikeADecision() {
    CommentState held = after(submit("fine"), report("ada", "spam", ""), report("bob", "spam", ""));
    CommentState back = after(undo("u", 2, held.version()));

    assertThat(back.status()).isEqualTo(Status.APPROVED);
    assertThat(back.shown()).isNotNull();
  }

  @Test
  void nothingOfThemOutlivesTheComment() {
    after(submit("fine"), report("ada", "spam", "a name and an address"));
    assertThat(reports(after(withdraw("w"))).newest()).isEmpty();
    assertThat(after(erase("e")).reports()).isNull();
  }

  @Test
  void whatNobodySeesIsNotReported() {
    CommentState held = after(submit("hold this"));
    assertThat(after(report("ada", "spam", null))).isEqualTo(held);
    assertThat(new Fold(FoldTest.JUDGE).fold(null, report("ada", "spam", null)).written()).isNull();
  }

  private CommentState held() {
    return after(submit("fine"), report("ada", "spam", "again"), report("bob", "abuse", "rude"));
  }

  @Test
  void afterTheHoldIsUndoneOneMoreReaderIsNotEnough() {
    after(undo("u", 2, held().version()));
    assertThat(after(report("eve", "spam", null)).status()).isEqualTo(Status.APPROVED);
    assertThat(after(report("zoe", "spam", null)).status()).isEqualTo(Status.HELD);
  }

  @Test
  void anApprovalTakenBackLeavesTheReportsToBeSeen() {
    CommentState back = after(approve("a", 1, held().version()));
    CommentState again = after(undo("u", 3, back.version()));
    assertThat(again.status()).isEqualTo(Status.HELD);
    assertThat(reports(again).unsettled()).hasSize(2);
    assertThat(reports(again).open()).isEqualTo(2);
  }

  @Test
  void anEditIsNoWayAroundTheModerator() {
    held();
    CommentState edited = after(revise("r", 1, "fine, too"));
    assertThat(edited.status()).isEqualTo(Status.HELD);
    assertThat(edited.shown()).isNull();
    assertThat(edited.standing().orElseThrow().by()).isEqualTo(By.READERS);
    assertThat(after(approve("a", 2, edited.version())).status()).isEqualTo(Status.APPROVED);
    assertThat(after(revise("s", 2, "finer")).status()).isEqualTo(Status.APPROVED);
  }

  @Test
  void anOlderTextThatIsReportedComesBeforeAModerator() {
    after(submit("fine"), revise("r", 1, "spam"));
    CommentState reported = after(report("ada", "spam", "x"), report("bob", "spam", "y"));
    assertThat(reported.shown()).isNull();
    assertThat(reported.status()).isEqualTo(Status.HELD);
  }

  @Test
  void falseReportsMakeNothingImmune() {
    after(submit("fine"));
    for (int i = 0; i < 300; i++) {
      CommentState now = after(report("r" + i, "spam", null));
      if (now.status() == Status.HELD) {
        after(approve("a" + i, 1, now.version()));
      }
    }
    assertThat(after(report("x", "spam", null), report("y", "spam", null)).status())
        .isEqualTo(Status.HELD);
  }
}
