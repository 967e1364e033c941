package io.rejoinder.moderation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingTest {

  private static final List<String> FILMS = List.of("harbour", "winter", "orchard", "signal");
  private static final List<String> PARTS = List.of("ending", "score", "lighting", "cast");

  @Test
  void learnsWhatTheLabelsTell() {
    TextModel model = Training.of(examples());

    assertThat(model.probability("Visit my page for cheap signal lamps")).isGreaterThan(0.8);
    assertThat(model.probability("The cast of the winter film is superb")).isLessThan(0.2);
  }

  @Test
  void aDisguiseChangesNothing() {
    TextModel model = Training.of(examples());
    double plain = model.probability("Visit my page for cheap lamps");

    assertThat(model.probability("V\u200Bisit my pa\u200Bge for cheap lamps")).isEqualTo(plain);
    assertThat(model.probability("𝐕𝐢𝐬𝐢𝐭 𝐦𝐲 𝐩𝐚𝐠𝐞 𝐟𝐨𝐫 𝐜𝐡𝐞𝐚𝐩 𝐥𝐚𝐦𝐩𝐬"))
        .isEqualTo(plain);
    assertThat(model.probability("V i s i t   m y   p a g e   f o r   c h e a p   l a m p s"))
        .isEqualTo(plain);
  }

  @Test
  void markupIsReadAsAPersonReadsIt() {
    TextModel model = Training.of(examples());

    assertThat(model.probability("Visit my <b>page</b> for cheap &quot;lamps&quot;"))
        .isEqualTo(model.probability("Visit my page for cheap \"lamps\""));
  }

  @Test
  void theSameExamplesGiveTheSameModelBitForBit() {
    String text = "A text that neither label holds";

    assertThat(Training.of(examples()).probability(text))
        .isEqualTo(Training.of(examples()).probability(text));
  }

  @Test
  void tooFewExamplesAreRefusedWithTheBound() {
    List<Example> few = examples().stream().filter(one -> !one.positive()).toList();

    assertThatThrownBy(() -> Training.of(few))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 positive and 32 negative examples (expected: at least 10 of each)");
  }

  static List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (String source : List.of("one", "other")) {
      for (String film : FILMS) {
        for (String part : PARTS) {
          examples.add(
              new Example("The " + part + " of the " + film + " film is superb", false, source));
          examples.add(
              new Example("Visit my page for cheap " + film + " " + part + " deals", true, source));
        }
      }
    }
    return examples;
  }
}
