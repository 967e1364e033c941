package io.rejoinder.moderation.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.moderation.text.Canonical;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

  private static final Vocabulary VOCABULARY =
      Vocabulary.of(
          List.of(Wording.of("a quiet and patient picture"), Wording.of("patient and a")));

  @Test
  void sentencesAreToldApart() {
    assertThat(Wording.of("Quiet. Patient? Yes"))
        .isEqualTo(List.of("quiet", Wording.STOP, "patient", Wording.STOP, "yes"));
  }

  @Test
  void aDisguisedWordIsTheWord() {
    List<String> patient = Wording.of("patient");

    assertThat(Wording.of("p4t13nt")).isEqualTo(patient);
    assertThat(Wording.of("paaatieeent")).isEqualTo(patient);
    assertThat(Wording.of("p\u200Bat\u200Dient")).isEqualTo(patient);
    assertThat(Wording.of("раtіеnt")).isEqualTo(patient);
    assertThat(Wording.of("p.a.t.i.e.n.t")).isEqualTo(patient);
  }

  @Test
  void aNumberIsNotAWord() {
    assertThat(Wording.of("1984")).containsExactly("1984");
  }

  @Test
  void lettersApartAreCutWhereTheGapsAreWider() {
    assertThat(Wording.of("q u i e t   a n d")).isEqualTo(Wording.of("quiet and"));
  }

  @Test
  void lettersEvenlyApartAreCutIntoKnownWords() {
    assertThat(words("q u i e t a n d p a t i e n t")).isEqualTo(Wording.of("quiet and patient"));
  }

  @Test
  void hostileTextsAreReadWithinBounds() {
    for (String hostile :
        List.of(
            "a" + "\u0301".repeat(20_000),
            "\u202E\u202D".repeat(10_000),
            "w".repeat(1_000_000),
            "\uD83D\uDE02".repeat(10_000),
            "\uD800".repeat(1_000) + "\uDC00",
            "x ".repeat(20_000),
            "x.com\u0301".repeat(10_000),
            "")) {
      assertThat(Features.of(hostile, words(hostile), 0).vector(Profile.EVEN).size())
          .isBetween(1, 100_000);
    }
  }

  private static List<String> words(String text) {
    return Wording.of(Canonical.of(text), VOCABULARY);
  }
}
