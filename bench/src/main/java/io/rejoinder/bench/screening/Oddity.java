package io.rejoinder.bench.screening;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** What honest people do to their texts. A filter to which anything odd is spam fails here. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
enum Oddity {

  /** Pictures in and behind the text. */
  EMOJI(text -> "\uD83D\uDE02 " + text + " \uD83D\uDE0D\uD83D\uDD25❤️"),

  /** The first vowel at a word's end drawn out, and two drawn-out words behind the text. */
  STRETCHED(
      text -> text.replaceFirst("(?i)([aeiou])(?=[a-z]?\\b)", "$1$1$1$1$1") + " sooooo gooood"),

  /** Accents on some letters, as in many languages. */
  ACCENTS(text -> text.replace('e', 'é').replace("ua", "uä").replace("on", "ón")),

  /** Full-width letters, as East Asian keyboards write them. */
  FULL_WIDTH(Oddity::fullWidth),

  /** A quotation in Russian. */
  CYRILLIC(text -> text + " «Лучшее — враг хорошего»"),

  /** A quotation in Greek. */
  GREEK(text -> text + " «Γνῶθι σεαυτόν»"),

  /** A quotation in Arabic. */
  ARABIC(text -> text + " «الصبر مفتاح الفرج»");

  private static final int TO_FULL_WIDTH = 0xFEE0;

  private final UnaryOperator<String> write;

  Oddity(UnaryOperator<String> write) {
    this.write = write;
  }

  /** The text, written so. */
  String of(String text) {
    return write.apply(text);
  }

  /** As it is called in results. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder(text.length());
    text.chars().forEach(c -> wide.append((char) (c > ' ' && c <= '~' ? c + TO_FULL_WIDTH : c)));
    return wide.toString();
  }
}
