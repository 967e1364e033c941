package io.rejoinder.bench.screening;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What spam is hidden under: a person still reads it, a plain filter does not. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
enum Disguise {

  /** A character without width after each letter. */
  ZERO_WIDTH(text -> eachLetter(text, c -> Character.toString(c) + invisible(c))),

  /** Letters of other scripts that look the same. */
  HOMOGLYPH(text -> eachLetter(text, Disguise::alike)),

  /** Digits and signs for letters. */
  LEET(text -> eachLetter(text, Disguise::leet)),

  /** Bold letters of the mathematical alphabet. */
  MATHEMATICAL(text -> eachLetter(text, Disguise::mathematical)),

  /** Each vowel three times. */
  REPEATS(text -> eachLetter(text, c -> Character.toString(c).repeat(isVowel(c) ? 3 : 1))),

  /** A space between letters, three between words. */
  SPACED(text -> eachWord(text, " ", "   ")),

  /** A dot between letters. */
  DOTTED(text -> eachWord(text, ".", " "));

  private static final int CAPITALS = 0x1D400;
  private static final int SMALLS = 0x1D41A;
  private static final String INVISIBLE = "\u200B\u200C\u200D\u2060\uFEFF\u00AD";
  private static final Map<Character, String> LIKE =
      mapping("aecopxyisjhABEKMHOPCTXIS", "аесорхуіѕјһАВЕКМНОРСТХІЅ");
  private static final Map<Character, String> LEETS = mapping("aeiost", "431057");

  private final UnaryOperator<String> hide;

  Disguise(UnaryOperator<String> hide) {
    this.hide = hide;
  }

  /** The text under this disguise. */
  String of(String text) {
    return hide.apply(text);
  }

  /** As it is called in results. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<Character, String> mapping(String from, String to) {
    return IntStream.range(0, from.length())
        .boxed()
        .collect(Collectors.toMap(from::charAt, i -> to.substring(i, i + 1)));
  }

  private static String eachLetter(String text, Function<Character, String> hide) {
    return text.chars()
        .mapToObj(c -> isLetter(c) ? hide.apply((char) c) : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static String eachWord(String text, String between, String words) {
    return Arrays.stream(text.strip().split("\\s+"))
        .map(word -> String.join(between, word.codePoints().mapToObj(Character::toString).toList()))
        .collect(Collectors.joining(words));
  }

  private static String mathematical(char c) {
    return Character.toString(c <= 'Z' ? CAPITALS + c - 'A' : SMALLS + c - 'a');
  }

  private static String alike(char c) {
    return LIKE.getOrDefault(c, Character.toString(c));
  }

  private static String leet(char c) {
    return LEETS.getOrDefault(lower(c), Character.toString(c));
  }

  private static char invisible(char c) {
    return INVISIBLE.charAt(c % INVISIBLE.length());
  }

  private static char lower(char c) {
    return Character.toLowerCase(c);
  }

  private static boolean isVowel(char c) {
    return "aeiou".indexOf(lower(c)) >= 0;
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
