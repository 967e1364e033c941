package io.rejoinder.moderation.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a text.
 *
 * @param start its place in the text
 * @param end behind its last character
 * @param sketch a hash of it with letters for digits and each run of a character as one: equal for
 *     all spellings of a word, so that most words can be told apart without spelling them
 */
public record Token(int start, int end, int sketch) {

  /** Sketches are below. A list of a thousand words lets one word in sixty through. */
  public static final int SKETCHES = 1 << 16;

  private static final int ASCII = 128;
  private static final String DIGITS = "013457@$";
  private static final String LETTERS = "oieastas";
  private static final char[] LETTER_OF = new char[ASCII];
  private static final boolean[] IN_WORDS = new boolean[ASCII];

  static {
    for (char c = 0; c < ASCII; c++) {
      int digit = DIGITS.indexOf(c);
      LETTER_OF[c] = digit < 0 ? c : LETTERS.charAt(digit);
      IN_WORDS[c] = Character.isLetterOrDigit(c) || c == '@' || c == '$';
    }
  }

  /** The words of a text, in their order. */
  public static List<Token> all(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (!isWord(text.charAt(at))) {
        at++;
        continue;
      }
      int start = at;
      int hash = 0;
      char before = 0;
      for (; at < text.length() && isWord(text.charAt(at)); at++) {
        char c = letter(text.charAt(at));
        if (c != before) {
          hash = hash * 31 + c;
          before = c;
        }
      }
      tokens.add(new Token(start, at, (hash ^ hash >>> 16) & SKETCHES - 1));
    }
    // Copied, so that other threads see it whole.
    return List.copyOf(tokens);
  }

  /** The letter that a digit looks like; itself if it is none. */
  public static char letter(char c) {
    return c < ASCII ? LETTER_OF[c] : c;
  }

  private static boolean isWord(char c) {
    return c < ASCII ? IN_WORDS[c] : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  /** The word, of the text that it was found in. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
