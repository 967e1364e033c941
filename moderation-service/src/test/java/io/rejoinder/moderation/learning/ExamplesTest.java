package io.rejoinder.moderation.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.learning.Question;
import io.rejoinder.events.learning.TrainingExample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands at a number. */
class ExamplesTest {

  private static final ModelId WORDS = new ModelId(Question.SPAM, "words-1");

  private final Site site = new Site(Words.PRIORS);

  private static List<Boolean> labels(Examples examples, long number) {
    return labels(examples.standing(WORDS, number).orElseThrow());
  }

  private static List<Boolean> labels(List<Taught> taught) {
    return taught.stream().map(Taught::positive).toList();
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
    assertThat(examples.standing(WORDS, 4)).isEmpty();
    assertThat(examples.standing(new ModelId(Question.SPAM, "words-2"), 3).orElseThrow()).isEmpty();
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
    assertThat(compacted.standing(WORDS, 2)).isEmpty();
  }

  @Test
  void exampleMadeAgainForAModelThatCameLaterCountsFromItsFirstNumber() {
    Judged comment = Judged.held(1, "Unlock it").approved("anna");
    Judged other = Judged.held(2, "Unlock that").rejected("anna", "spam");
    site.decide(comment);
    site.decide(other);
    ModelId later = new ModelId(Question.SPAM, "words-2");
    List<Prior> both = List.of(new Words("words-1"), new Words("words-2"));
    ExampleLedger next = Site.ledger(new Priors(Map.of(Question.SPAM, both)));
    site.log().forEach(next::take);
    assertThat(next.beginsAnew()).isTrue();
    site.log().addAll(next.missing(other.state()));
    site.log().addAll(next.missing(comment.state()));
    Examples compacted = new Examples();
    site.log().subList(2, 4).forEach(compacted::take);

    for (Examples examples : List.of(site.examples(), compacted)) {
      assertThat(labels(examples.asOf(later, 1))).containsExactly(false);
      assertThat(labels(examples.asOf(later, 2))).containsExactly(false, true);
      assertThat(examples.asOf(later, 0)).isEmpty();
      assertThat(labels(examples, 4)).containsExactly(true, false);
    }
    assertThat(site.examples().standing(later, 2).orElseThrow()).isEmpty();
    assertThat(labels(site.examples(), 2)).containsExactly(false, true);
  }

  @Test
  void onlyTheLastNumbersAreHeld() {
    TrainingExample one = site.decide(Judged.held(1, "Unlock it").approved("anna")).get(0);
    Examples examples = new Examples();
    for (long number = 1; number <= Examples.WINDOW + 2; number++) {
      examples.take(numbered(one, number));
    }

    assertThat(labels(examples, Examples.WINDOW + 2)).hasSize(1);
    assertThat(examples.standing(WORDS, Examples.WINDOW)).isEmpty();
  }

  private static TrainingExample numbered(TrainingExample one, long number) {
    return new TrainingExample(
        number, null, one.comment(), 1, 1, one.kind(), one.source(), one.lessons(), one.at());
  }
}
