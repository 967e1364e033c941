package io.rejoinder.moderation.index;

import com.ibm.icu.lang.UScript;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The language that a text is most likely written in: by its script where that tells, by the small
 * words that nearly every sentence has where it is Latin. Good enough to filter by, and empty where
 * it cannot tell.
 */
final class Languages {

  /** Scripts in which nearly every text is in one language. */
  private static final Map<Integer, String> BY_SCRIPT =
      Map.of(
          UScript.ARABIC, "ar",
          UScript.HEBREW, "he",
          UScript.GREEK, "el",
          UScript.CYRILLIC, "ru",
          UScript.HANGUL, "ko",
          UScript.HIRAGANA, "ja",
          UScript.KATAKANA, "ja",
          UScript.HAN, "zh",
          UScript.DEVANAGARI, "hi",
          UScript.THAI, "th");

  private static final Map<String, Set<String>> SMALL_WORDS =
      Map.of(
          "en", words("the and of is it this that was with you for but not have are what my they"),
          "de", words("der die und das ist nicht ich ein eine mit auf sich auch wie dem aber wird"),
          "fr", words("le les des est une dans pas pour qui sur avec je ce mais vous et du cette"),
          "es", words("el los las una por con para pero muy más como está lo y del esta todo es"),
          "it", words("il di che non per della sono una con gli anche questo molto ho del è nel"),
          "pt", words("não uma os com do da em mas muito isso você para é são mais foi ao eu um"),
          "nl", words("het een van niet dat ik zijn maar voor ook deze wordt aan bij heb wel"));

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+");

  /** So many UTF-16 units of a text tell. */
  private static final int LOOKED_AT = 2_000;

  /** One small word alone may be a name or a title. */
  private static final int LEAST = 2;

  private Languages() {}

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  /** Its code (ISO 639-1); empty where that cannot be told. */
  static Optional<String> of(String text) {
    String start = text.substring(0, Math.min(LOOKED_AT, text.length()));
    return byScript(start)
        .map(language -> language.equals("zh") && hasKana(start) ? "ja" : language)
        .or(() -> byWords(start));
  }

  private static boolean hasKana(String text) {
    return text.codePoints()
        .map(UScript::getScript)
        .anyMatch(script -> script == UScript.HIRAGANA || script == UScript.KATAKANA);
  }

  /** Of a script that has more than half of the letters. */
  private static Optional<String> byScript(String text) {
    Map<Integer, Integer> letters = new HashMap<>();
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> letters.merge(UScript.getScript(letter), 1, Integer::sum));
    return most(letters).map(BY_SCRIPT::get);
  }

  private static Optional<String> byWords(String text) {
    List<String> words = List.of(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)));
    Map<String, Integer> found =
        SMALL_WORDS.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> count(words, one.getValue())));
    return most(found).filter(language -> found.getOrDefault(language, 0) >= LEAST);
  }

  private static int count(Collection<String> words, Set<String> small) {
    return Math.toIntExact(words.stream().filter(small::contains).count());
  }

  /** The one that is counted most; empty where two are. */
  private static <T> Optional<T> most(Map<T, Integer> counts) {
    int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
    List<T> all =
        counts.entrySet().stream()
            .filter(one -> one.getValue() == most)
            .map(Map.Entry::getKey)
            .toList();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }
}
