package io.rejoinder.moderation.settings;

import static io.rejoinder.moderation.settings.Drafts.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.settings.Holds;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.events.settings.Rule;
import io.rejoinder.events.settings.Rule.Action;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  private static List<Difference.Change> between(Draft from, Draft to) {
    return Difference.between(Drafts.version(1, from), Drafts.version(2, to));
  }

  @Test
  void versionsThatSayTheSameDoNotDiffer() {
    assertThat(between(Drafts.rules(), Drafts.rules())).isEmpty();
  }

  @Test
  void valueThatWasNotThereHasNoBefore() {
    assertThat(between(Drafts.rules(), Drafts.holds(new Holds(false, 0, 2, null))))
        .containsExactly(new Difference.Change("holds.links", null, 2, null, null));
  }

  @Test
  void listsDifferByWhatWasAddedAndRemoved() {
    Lists before = new Lists(List.of("a", "b"), List.of(), List.of(), List.of());
    Lists after = new Lists(List.of("c", "b"), List.of(), List.of(), List.of());

    assertThat(between(Drafts.lists(before), Drafts.lists(after)))
        .containsExactly(
            new Difference.Change("lists.blockedWords", null, null, List.of("c"), List.of("a")));
  }

  @Test
  void rulesDifferByTheirId() {
    Rule one = rule("one", "comment.length > 1", Action.HOLD);
    Rule two = rule("two", "comment.length > 2", Action.HOLD);
    Rule changed = rule("two", "comment.length > 3", Action.REJECT);

    assertThat(between(Drafts.rules(one, two), Drafts.rules(changed)))
        .containsExactly(
            new Difference.Change("rules/one", one, null, null, null),
            new Difference.Change("rules/two", two, changed, null, null));
  }
}
