package io.rejoinder.moderation.model;

import io.rejoinder.events.comment.Span;
import io.rejoinder.moderation.text.Apart;
import io.rejoinder.moderation.text.Canonical;
import io.rejoinder.moderation.text.Token;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A text's words as the model reads them, with marks where a sentence ends. A disguise that a
 * person reads through is read through: letters written apart are put together, digits within a
 * word are the letters that they look like, a drawn-out letter is one.
 */
final class Wording {

  /** Stands between sentences. */
  static final String STOP = "|";

  /** Besides {@link Token#letter}: more that look alike. Letters that look alike become one. */
  private static final String ALIKE = "8962l";

  private static final String ALIKE_LETTERS = "bggzi";

  private static final int ASCII = 128;

  private Wording() {}

  /** The words of a text. What was written apart is cut into words of the vocabulary. */
  static List<String> of(Canonical form, Vocabulary vocabulary) {
    String canonical = form.text();
    return read(form, vocabulary, token -> plain(token.of(canonical)), word -> word);
  }

  /** The same words as they were written; what was apart is put together. */
  static List<Written> written(String text, Canonical form, Vocabulary vocabulary) {
    String canonical = form.text();
    List<Written> words =
        read(
            form,
            vocabulary,
            token -> new Written(token.of(canonical), isLatin(text, form, token)),
            word -> new Written(word, true));
    words.removeIf(word -> word.word().equals(STOP));
    return words;
  }

  /** Homoglyphs stand among Latin letters; styled ones are of no script. */
  private static boolean isLatin(String text, Canonical form, Token token) {
    Span span = form.rawSpan(token.start(), token.end());
    for (int at = span.start(); at < span.end(); ) {
      int c = text.codePointAt(at);
      if (Character.isLetterOrDigit(c) && (c < ASCII || isLatin(c))) {
        return true;
      }
      at += Character.charCount(c);
    }
    return false;
  }

  private static boolean isLatin(int letter) {
    UnicodeScript script = UnicodeScript.of(letter);
    return script == UnicodeScript.LATIN || script == UnicodeScript.COMMON;
  }

  private static <T> List<T> read(
      Canonical form, Vocabulary vocabulary, Function<Token, T> spelt, Function<String, T> put) {
    String canonical = form.text();
    List<Token> tokens = form.tokens();
    List<T> words = new ArrayList<>(tokens.size() + Apart.SHORTEST);
    for (int i = 0; i < tokens.size(); ) {
      int end = Apart.end(canonical, tokens, i);
      if (end - i >= Apart.SHORTEST) {
        together(form, canonical, tokens.subList(i, end), vocabulary)
            .forEach(word -> words.add(put.apply(word)));
        i = end;
      } else {
        if (i > 0 && isStop(canonical, tokens.get(i - 1).end(), tokens.get(i).start())) {
          words.add(put.apply(STOP));
        }
        words.add(spelt.apply(tokens.get(i)));
        i++;
      }
    }
    return words;
  }

  /** The words of a list, for comparison with those of texts. */
  static List<String> of(String text) {
    return of(Canonical.of(text), Vocabulary.EMPTY);
  }

  /** Letters to words: by wider gaps in the raw text where it has them, else by the vocabulary. */
  private static List<String> together(
      Canonical form, String canonical, List<Token> letters, Vocabulary vocabulary) {
    int[] gaps = new int[letters.size()];
    for (int i = 1; i < gaps.length; i++) {
      Token before = letters.get(i - 1);
      Token after = letters.get(i);
      gaps[i] =
          form.rawSpan(after.start(), after.end()).start()
              - form.rawSpan(before.start(), before.end()).end();
    }
    int narrowest = Arrays.stream(gaps).skip(1).min().orElse(0);
    boolean even = Arrays.stream(gaps).skip(1).allMatch(gap -> gap == narrowest);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder(gaps.length);
    for (int i = 0; i < gaps.length; i++) {
      if (gaps[i] > narrowest) {
        words.add(plain(word.toString()));
        word.setLength(0);
      }
      word.append(letters.get(i).of(canonical));
    }
    words.add(plain(word.toString()));
    return even ? vocabulary.cut(words.get(0)) : words;
  }

  private static boolean isStop(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '!' || c == '?') {
        return true;
      }
    }
    return false;
  }

  /** A number stays one; a word with digits in it is a word. */
  static String plain(String word) {
    boolean letters = false;
    boolean others = false;
    boolean changes = false;
    char before = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean letter = Character.isLetter(c);
      letters |= letter;
      others |= !letter;
      changes |= c == 'l' || c == before;
      before = c;
    }
    if (!letters || (!others && !changes)) {
      return word;
    }
    StringBuilder plain = new StringBuilder(word.length());
    before = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = letter(word.charAt(i), others);
      if (c != before) {
        plain.append(c);
      }
      before = c;
    }
    return plain.toString();
  }

  private static char letter(char c, boolean digitsAreLetters) {
    char letter = digitsAreLetters ? Token.letter(c) : c;
    int alike = letter == 'l' || digitsAreLetters ? ALIKE.indexOf(letter) : -1;
    return alike < 0 ? letter : ALIKE_LETTERS.charAt(alike);
  }

  /**
   * A word of a text.
   *
   * @param word in its canonical form
   * @param latin whether it has a Latin letter; without one it is of another script
   */
  record Written(String word, boolean latin) {}
}
