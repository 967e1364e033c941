package io.rejoinder.moderation.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.learning.Question;
import io.rejoinder.events.learning.TrainingExample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands at a number. */
class ExamplesTest {

  private final Site site = new Site(Words.PRIORS);

  private static List<Boolean> labels(Examples examples, long number) {
    return examples.standing(Question.SPAM, "words-1", number).orElseThrow().stream()
        .map(Taught::positive)
        .toList();
  }

  @Test
  void newestOfARevisionStandsAndEarlierNumbersCanBeMadeAgain() {
    Judged comment = Judged.held(1, "Unlock it").approved("anna");
    site.decide(comment);
    site.decide(Judged.held(2, "Unlock that").rejected("anna", "spam"));
    site.decide(comment.rejected("ben", "spam"));
    Examples examples = site.examples();

    assertThat(labels(examples, 1)).containsExactly(false);
    assertThat(labels(examples, 2)).containsExactly(false, true);
    assertThat(labels(examples, 3)).containsExactly(true, true);
    assertThat(examples.standing(Question.SPAM, "words-1", 4)).isEmpty();
    assertThat(examples.standing(Question.SPAM, "words-2", 3).orElseThrow()).isEmpty();
  }

  @Test
  void compactedLogGivesWhatStandsAndSaysWhichNumbersItCannot() {
    Judged comment = Judged.held(1, "Unlock it").approved("anna");
    site.decide(comment);
    site.decide(Judged.held(2, "Unlock that").rejected("anna", "spam"));
    site.decide(comment.erased());
    Examples compacted = new Examples();
    site.log().stream().filter(one -> one.number() != 1).forEach(compacted::take);

    assertThat(labels(compacted, 3)).isEqualTo(labels(site.examples(), 3)).containsExactly(true);
    assertThat(compacted.standing(Question.SPAM, "words-1", 2)).isEmpty();
  }

  @Test
  void onlyTheLastNumbersAreHeld() {
    TrainingExample one = site.decide(Judged.held(1, "Unlock it").approved("anna")).get(0);
    Examples examples = new Examples();
    for (long number = 1; number <= Examples.WINDOW + 2; number++) {
      examples.take(numbered(one, number));
    }

    assertThat(labels(examples, Examples.WINDOW + 2)).hasSize(1);
    assertThat(examples.standing(Question.SPAM, "words-1", Examples.WINDOW)).isEmpty();
  }

  private static TrainingExample numbered(TrainingExample one, long number) {
    return new TrainingExample(
        number, null, one.comment(), 1, 1, one.kind(), one.source(), one.lessons(), one.at());
  }
}
