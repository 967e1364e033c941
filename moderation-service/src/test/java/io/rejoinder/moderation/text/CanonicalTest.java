package io.rejoinder.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {

  @ParameterizedTest
  @CsvSource({
    "Viagra, viagra",
    "ｖｉａｇｒａ, viagra", // full width
    "vi\u200Bag\u00ADra, viagra", // zero width space, soft hyphen
    "vi\u202Eagra, viagra", // bidirectional override
    "vіаgrа, viagra", // Cyrillic і and а
    "víágrà, viagra",
    "v\u0336i\u0336agra, viagra", // struck through
    "viiiiagra, viiagra",
    "ⓥⓘⓐⓖⓡⓐ, viagra"
  })
  void disguisesFoldToOneForm(String disguise, String plain) {
    assertThat(Canonical.textOf(disguise)).isEqualTo(Canonical.textOf(plain));
  }

  @Test
  void aLetterThatLooksLikeAnotherAsACapitalIsThatOneInBothCases() {
    assertThat(Canonical.textOf("ВЕТ")).isEqualTo("bet");
    assertThat(Canonical.textOf("вет")).isEqualTo("bet");
  }

  @Test
  void digitsStayDigits() {
    assertThat(Canonical.textOf("10 of 2015")).isEqualTo("10 of 2015");
  }

  @Test
  void spaceIsSqueezed() {
    assertThat(Canonical.textOf(" a \n\t b\u00A0\u00A0c ")).isEqualTo("a b c");
  }

  @Test
  void placesLeadBackToTheRawText() {
    String raw = "Buy \u200Bｖｉａ\u200Bgra now";
    Canonical canonical = Canonical.of(raw);
    int start = canonical.text().indexOf("viagra");
    assertThat(canonical.rawSpan(start, start + "viagra".length())).isEqualTo(new Span(5, 12));
  }

  @Test
  void longTextOfMarksIsReadInLinearTime() {
    String raw = "a" + "\u0301".repeat(20_000);
    assertThat(Canonical.of(raw).text()).startsWith("a");
  }

  @Test
  void emptyTextIsEmpty() {
    assertThat(Canonical.textOf("")).isEmpty();
  }
}
