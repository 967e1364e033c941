package io.rejoinder.moderation.settings;

import static io.rejoinder.moderation.settings.Drafts.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rejoinder.events.settings.Holds;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.events.settings.Rule.Action;
import io.rejoinder.events.settings.Targets;
import io.rejoinder.moderation.problem.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DraftTest {

  private static final String TRUE = "comment.length > 0";

  private static List<String> faults(Draft draft) {
    Problem problem = catchThrowableOfType(Problem.class, () -> Drafts.version(1, draft));
    return problem == null ? List.of() : problem.fields();
  }

  @Test
  void modelThatIsNotHereIsRefused() {
    Draft draft = Drafts.rules();
    Draft named =
        new Draft(draft.targets(), draft.holds(), draft.lists(), draft.rules(), "0badc0de");

    assertThat(faults(named)).containsExactly("model");
    new DraftChecks(Set.of("0badc0de")).all(named);
  }

  @Test
  void whatWasForgottenIsAFaultAndNotEmpty() {
    assertThat(faults(new Draft(null, null, null, null, null)))
        .containsExactly("targets", "holds", "lists", "rules");
  }

  @Test
  void targetsAreShares() {
    Draft draft = Drafts.rules();
    Targets targets = new Targets(0.4, 1.1, Double.NaN);

    assertThat(faults(new Draft(targets, draft.holds(), draft.lists(), draft.rules(), null)))
        .containsExactly("targets.rejectPrecision", "targets.honestHeld", "targets.toxicHeld");
  }

  @Test
  void holdsCountFromOne() {
    assertThat(faults(Drafts.holds(new Holds(true, -1, 0, 0))))
        .containsExactly("holds.untilApproved", "holds.links", "holds.images");
  }

  @Test
  void listsAreBoundedInEntriesAndInTheirLength() {
    List<String> words = IntStream.range(0, 5_001).mapToObj(i -> "w" + i).toList();
    Lists lists =
        new Lists(words, List.of("x".repeat(101)), List.of("localhost"), List.of("a.b", "-/-"));

    assertThat(faults(Drafts.lists(lists)))
        .containsExactly(
            "lists.blockedWords",
            "lists.suspectWords[0]",
            "lists.blockedDomains[0]",
            "lists.trustedDomains[1]");
  }

  @Test
  void listsAreSavedWithoutSpaceEmptyLinesAndRepetitions() {
    Lists lists =
        new Lists(List.of(" spam ", "", "spam"), List.of(), List.of("Spam.EXAMPLE "), List.of());

    assertThat(Drafts.version(1, Drafts.lists(lists)).lists())
        .isEqualTo(new Lists(List.of("spam"), List.of(), List.of("spam.example"), List.of()));
  }

  @Test
  void rulesHaveDistinctIdsThatEvidenceDoesNotUseItself() {
    assertThat(
            faults(
                Drafts.rules(
                    rule("a", TRUE, Action.HOLD),
                    rule("a", TRUE, Action.HOLD),
                    rule("version", TRUE, Action.HOLD),
                    rule("a b", TRUE, Action.HOLD))))
        .containsExactly("rules[1].id", "rules[2].id", "rules[3].id");
  }

  @Test
  void rulesAreBoundedInNumberAndLength() {
    assertThat(
            faults(
                Drafts.rules(
                    Collections.nCopies(101, rule("a", TRUE, Action.HOLD))
                        .toArray(io.rejoinder.events.settings.Rule[]::new))))
        .startsWith("rules", "rules[1].id");
    assertThat(faults(Drafts.rules(rule("a", TRUE + " ".repeat(2_000), Action.HOLD))))
        .containsExactly("rules[0].expression");
  }

  @Test
  void targetsThatAskForNeverGiveThresholdsThatNothingReaches() {
    assertThat(Drafts.POINTS.from(new Targets(1, 0.01, 0), null))
        .matches(thresholds -> thresholds.reject() > 1 && thresholds.toxic() > 1);
  }
}
