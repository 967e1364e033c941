package io.rejoinder.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisguiseTest {

  private static Disguise disguise(String text) {
    return Disguise.of(text, Canonical.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "che\u200Bap pi\u200Blls, INVISIBLE",
    "vi\u202Eagra, INVISIBLE",
    "сhеар рills, MIXED", // Cyrillic с, е, а, р
    "саsino, MIXED", // Cyrillic са
    "𝓬𝓱𝓮𝓪𝓹 pills, STYLED",
    "ⓥⓘⓐⓖⓡⓐ, STYLED",
    "v\u0336i\u0336agra, MARKED",
    "v1agra and ca51no, LEET",
    "f r e e  m o n e y, APART",
    "f.r.e.e.d m.o.n.e.y, APART",
    "f r e e m o n e y n o w, APART"
  })
  void whatAPersonReadsThroughIsDisguise(String text, Disguise.Kind kind) {
    Disguise found = disguise(text);
    assertThat(found.kinds()).contains(kind);
    assertThat(found.share()).isGreaterThan(0.3);
    assertThat(found.spans()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Loved it 😍😍 👨‍👩‍👧‍👦 1️⃣ 🇫🇷",
        "sooooo gooood!!!",
        "Amélie, señor, Größe, café, cafe\u0301",
        "tuyệt vời, tuye\u0323\u0302t vo\u031B\u0300i",
        "Ｆｕｌｌ ｗｉｄｔｈ ｉｓ ｆｉｎｅ",
        "He says “Москва слезам не верит” and γνῶθι σεαυτόν and الحب and 東京物語",
        "می\u200Cخواهم این فیلم را ببینم",
        "Посмотрел на IMDbшном сайте, прислал SMSку",
        "Tシャツ and 3D映画",
        "Se7en, C3PO, R2D2, mp3, 1080p, the 2nd of 10 in 1995",
        "S.H.I.E.L.D. and M.A.S.H. and J. R. R. Tolkien",
        "1 2 3 4 5 6 7",
        "I am not K I D D I N G",
        "D-D-D-D-D-D-Dude, x x x x x x x x x x x x",
        "𝑥 is a number, H₂O is water",
        "see https://example.org/wat4ch/a1b2c3 or mail an1na@example.com",
        "\uFEFFThe end\uFEFF",
        ""
      })
  void honestOdditiesAreNone(String text) {
    assertThat(disguise(text)).isEqualTo(disguise("plain"));
  }

  @Test
  void shareIsOfAllLetters() {
    assertThat(disguise("four four pi\u200Bll").share()).isEqualTo(1.0 / 3);
  }

  @Test
  void disguiseIsMarkedInTheRawText() {
    assertThat(disguise("buy pi\u200Blls now").spans()).containsExactly(new Span(4, 10));
  }

  @Test
  void hostileTextsTakeLinearTime() {
    for (String part : new String[] {"\u0301", "\u202E", "a ", "a\u200B", "\uD835", "а", "1a"}) {
      assertThat(disguise("a" + part.repeat(30_000)).share()).isBetween(0.0, 1.0);
    }
  }
}
