package io.rejoinder.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.settings.Lists;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordScreensTest {

  private static final Words SHIPPED = ShippedWords.suspect();

  private static Evidence blocked(String list, String text) {
    WordsFile file =
        new WordsFile(null) {
          @Override
          Words current() {
            return Words.of(list);
          }
        };
    return new BlockedWords(file).examine(Texts.subject(text));
  }

  private static Evidence suspect(String text, String... own) {
    Lists lists = new Lists(List.of(), List.of(own), List.of(), List.of());
    return new SuspectWords(SHIPPED).examine(Texts.subject(text, lists));
  }

  @Test
  void blockedWordIsFoundWholeAndPlaced() {
    Evidence evidence = blocked("casino", "The Ca51no, but not casinos or Casino!");
    assertThat(evidence.values()).containsEntry("words", "1").containsEntry("hold", "1");
    assertThat(evidence.spans()).hasSize(2);
    assertThat(evidence.spans().get(0).start()).isEqualTo(4);
    assertThat(evidence.weight()).isPositive();
  }

  @Test
  void blockedPhraseIsFoundAcrossSpaceAndDisguise() {
    assertThat(blocked("online casino", "best 0nline \n caaaasino here").weight()).isPositive();
    assertThat(blocked("online casino", "online, the casino").weight()).isZero();
  }

  @Test
  void drawnOutWordIsTheWord() {
    assertThat(blocked("viagra", "viiiiagra").weight()).isPositive();
  }

  @Test
  void shippedListLeavesFilmTalkAlone() {
    Evidence evidence =
        new BlockedWords(new WordsFile(null))
            .examine(Texts.subject("Casino is Scorsese's best, I watched it live for free."));
    assertThat(evidence.weight()).isZero();
    assertThat(evidence.values()).containsKey("version").doesNotContainKey("hold");
  }

  @Test
  void wordsOfTheSiteAreBlockedAndNameAnotherVersion() {
    Lists lists = new Lists(List.of("spoiler alert"), List.of(), List.of(), List.of());
    Evidence evidence =
        new BlockedWords(new WordsFile(null))
            .examine(Texts.subject("SPOILER  alert: he dies", lists));
    assertThat(evidence.values()).containsEntry("hold", "1");
    assertThat(Screening.versions(List.of(evidence)).get("words"))
        .isNotEqualTo(Screening.versions(List.of(blocked("", "x"))).get("words"))
        .contains("+");
  }

  @ParameterizedTest
  @CsvSource({"en, shit", "es, mierda", "de, arschloch", "fr, connard", "ar, شرموطة"})
  void insultIsWeakEvidenceInEachLanguage(String language, String word) {
    Evidence evidence = suspect("x " + word + " x");
    assertThat(evidence.weight()).as(language).isBetween(0.1, 1.0);
    assertThat(evidence.spans()).hasSize(1);
    assertThat(evidence.values()).doesNotContainKey("hold");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Scunthorpe", "classic assassins", "Penistone", "Cockburn", "Hitchcock"})
  void wordWithinAWordIsNone(String text) {
    assertThat(suspect(text).weight()).isZero();
  }

  @Test
  void suspectWordsOfTheSiteWeighMoreThanShippedOnes() {
    assertThat(suspect("a remake", "remake").weight()).isGreaterThan(suspect("a shit").weight());
    assertThat(suspect("shit", "shit").weight()).isEqualTo(suspect("remake", "remake").weight());
  }

  @Test
  void anyNumberOfShippedWordsStaysWeak() {
    assertThat(suspect("shit fuck cunt bitch bastard asshole").weight()).isLessThan(1.5);
  }

  @Test
  void disguiseIsWeighedByItsShare() {
    double little = disguise("a film that is as good as che\u200Bap wine and old friends are");
    assertThat(little).isPositive();
    assertThat(disguise("f r e e  m o n e y")).isGreaterThan(little + 1);
    assertThat(disguise("Sooooo good 😍 “Москва слезам не верит”")).isZero();
  }

  private static double disguise(String text) {
    return new Disguised().weigh(Texts.subject(text), Map.of()).weight();
  }
}
