package io.rejoinder.moderation.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.settings.Rule;
import io.rejoinder.moderation.rule.RuleVerdict;
import io.rejoinder.moderation.rule.Truth;
import io.rejoinder.moderation.settings.Drafts;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final Rule RULE = Drafts.rule("one", "comment.length > 0", Rule.Action.REJECT);

  private final Tally tally = new Tally();

  /** Everything was approved; the candidate rejects what says "spam". */
  private void count(CommentState state) {
    tally.count(
        state,
        (comment, decision) -> new Rejudge.Rejudged(Status.APPROVED, "fine", List.of()),
        (comment, decision) -> {
          boolean spam = comment.newest().text().contains("spam");
          return new Rejudge.Rejudged(
              spam ? Status.REJECTED : Status.APPROVED,
              spam ? "spam" : "fine",
              List.of(new RuleVerdict(RULE, spam ? Truth.TRUE : Truth.UNKNOWN)));
        });
  }

  @Test
  void verdictsAreCountedByWhatPeopleDecided() {
    count(States.of(1, "spam", States.decided(2, Status.APPROVED, null)));
    count(States.of(2, "spam", States.decided(2, Status.REJECTED, null)));
    count(States.of(3, "spam"));
    count(States.of(4, "fine"));
    count(States.of(5, "fine"));

    assertThat(tally.counts().judged()).isEqualTo(5);
    assertThat(tally.counts().changed()).isEqualTo(3);
    assertThat(tally.counts().verdicts())
        .containsExactlyInAnyOrder(
            new Tally.VerdictCount(Status.APPROVED, Status.REJECTED, People.APPROVED, 1),
            new Tally.VerdictCount(Status.APPROVED, Status.REJECTED, People.REJECTED, 1),
            new Tally.VerdictCount(Status.APPROVED, Status.REJECTED, People.NONE, 1),
            new Tally.VerdictCount(Status.APPROVED, Status.APPROVED, People.NONE, 2));
    assertThat(tally.counts().rules())
        .contains(
            new Tally.RuleCount("one", Truth.TRUE, People.APPROVED, 1),
            new Tally.RuleCount("one", Truth.UNKNOWN, People.NONE, 2));
  }

  @Test
  void decisionThatWasTakenBackIsNobodys() {
    count(
        States.of(
            1,
            "spam",
            States.decided(2, Status.REJECTED, null),
            States.decided(3, Status.HELD, 2)));

    assertThat(tally.counts().verdicts())
        .extracting(Tally.VerdictCount::people)
        .containsExactly(People.NONE);
  }

  @Test
  void whatCannotBeJudgedAgainIsCountedByItsCause() {
    count(States.of(1, ""));
    count(States.summarised(2));

    assertThat(tally.counts())
        .returns(0L, Tally.Counts::judged)
        .returns(1L, Tally.Counts::textGone)
        .returns(1L, Tally.Counts::evidenceGone);
  }

  @Test
  void changesAreListedNewestFirstAndPagedByKey() {
    for (int number : List.of(2, 3, 1)) {
      count(States.of(number, "spam"));
    }

    List<Change> first = tally.changes("", 2);

    assertThat(first).extracting(Change::at).containsExactly(at(3), at(2));
    assertThat(tally.changes(first.get(1).key(), 2)).extracting(Change::at).containsExactly(at(1));
    assertThat(first.get(0).excerpt()).isEqualTo("spam");
  }

  private static java.time.Instant at(int number) {
    return States.AT.plusSeconds(number);
  }

  @Test
  void onlyTheNewestChangesAreKeptAndAllAreCounted() {
    for (int number = 1; number <= Tally.CHANGES_KEPT + 5; number++) {
      count(States.of(number, "spam"));
    }

    assertThat(tally.counts().changed()).isEqualTo(Tally.CHANGES_KEPT + 5);
    List<Change> kept = tally.changes("", Integer.MAX_VALUE);
    assertThat(kept).hasSize(Tally.CHANGES_KEPT);
    assertThat(kept.get(kept.size() - 1).at()).isEqualTo(at(6));
  }
}
