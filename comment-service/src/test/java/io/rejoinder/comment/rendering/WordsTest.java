package io.rejoinder.comment.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  private static Set<String> keys(String language) throws Exception {
    Properties read = new Properties();
    String name = "words_" + language + ".properties";
    read.load(
        new InputStreamReader(
            Objects.requireNonNull(Words.class.getResourceAsStream(name)), UTF_8));
    return read.stringPropertyNames();
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "de", "fr", "ar"})
  void everyLanguageSaysEverything(String language) throws Exception {
    assertThat(keys(language)).containsAll(keys("en"));
    assertThat(Words.in(language).language()).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 0 | No responses",
        "en | 1 | One response",
        "en | 5000 | 5,000 responses",
        "fr | 1 | Une réponse",
        "ar | 2 | ردّان",
        "ar | 105 | 105 ردود",
        "ar | 11 | 11 ردًّا",
        "ar | 100 | 100 رد"
      })
  void countsAsTheLanguageDoes(String language, long number, String heading) {
    assertThat(Words.in(language).count("heading.untitled", number)).isEqualTo(heading);
  }

  @Test
  void theBestOfWhatIsAskedForIsSpoken() {
    assertThat(Words.accepted("pt, de-CH;q=0.8, fr;q=0.5").language()).isEqualTo("de");
    assertThat(Words.accepted("pt").language()).isEqualTo("en");
    assertThat(Words.accepted("; ; q=").language()).isEqualTo("en");
    assertThat(Words.accepted(null).language()).isEqualTo("en");
  }
}
