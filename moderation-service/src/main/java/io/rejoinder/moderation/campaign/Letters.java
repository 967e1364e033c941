package io.rejoinder.moderation.campaign;

import io.rejoinder.moderation.text.Token;
import java.util.Arrays;

/**
 * What two texts are compared by: the letters of their canonical forms, without the space between
 * them, so that letters apart, dotted and drawn out are the same text. Left out is what each copy
 * has anew, numbers and addresses, and what stands in quotation marks, which is somebody else's.
 */
final class Letters {

  /** As many as are looked at: the time for one text is bounded. */
  static final int MOST = 8192;

  /** Quotation marks, as the canonical form has them. */
  private static final String QUOTE = "''";

  private static final int SHORTEST_PIECE = 3;

  private final char[] text;
  private final char[] letters;
  private int length;

  private Letters(String canonical) {
    this.text = unquoted(canonical).toCharArray();
    this.letters = new char[Math.min(MOST, text.length)];
  }

  /** The letters of a canonical text, each run of one as one. */
  static char[] of(String canonical) {
    Letters letters = new Letters(canonical);
    int start = 0;
    while (start < letters.text.length && letters.length < MOST) {
      int end = start;
      while (end < letters.text.length && letters.text[end] != ' ') {
        end++;
      }
      if (letters.isWord(start, end)
          || (!letters.isNumber(start, end) && !letters.isAddress(start, end))) {
        letters.append(start, end);
      }
      start = end + 1;
    }
    return Arrays.copyOf(letters.letters, letters.length);
  }

  private static String unquoted(String canonical) {
    int open = canonical.indexOf(QUOTE);
    if (open < 0) {
      return canonical;
    }
    StringBuilder rest = new StringBuilder(canonical.length());
    int from = 0;
    while (open >= 0) {
      int close = canonical.indexOf(QUOTE, open + QUOTE.length());
      if (close < 0) {
        break;
      }
      rest.append(canonical, from, open).append(' ');
      from = close + QUOTE.length();
      open = canonical.indexOf(QUOTE, from);
    }
    return rest.append(canonical, from, canonical.length()).toString();
  }

  /** ASCII letters alone, as most are: neither number nor address, and soon seen. */
  private boolean isWord(int start, int end) {
    int at = start;
    while (at < end && text[at] >= 'a' && text[at] <= 'z') {
      at++;
    }
    return at == end;
  }

  /** Digits and no letter: "4" and "2026", but not "c4sh". */
  private boolean isNumber(int start, int end) {
    boolean digits = false;
    for (int i = start; i < end; i++) {
      digits |= text[i] >= '0' && text[i] <= '9';
      if (Character.isLetter(text[i])) {
        return false;
      }
    }
    return digits;
  }

  /** "example.com/x" and "a@example.com", but not "c.l.i.c.k". */
  private boolean isAddress(int start, int end) {
    boolean parted = false;
    int piece = 0;
    int longest = 0;
    for (int i = start; i < end; i++) {
      if (Character.isLetterOrDigit(text[i])) {
        piece++;
        longest = Math.max(longest, piece);
      } else {
        boolean inside = i > start && i + 1 < end && Character.isLetterOrDigit(text[i + 1]);
        parted |= inside && (text[i] == '.' || text[i] == '/' || text[i] == '@');
        piece = 0;
      }
    }
    return parted && longest >= SHORTEST_PIECE;
  }

  private void append(int start, int end) {
    for (int i = start; i < end && length < letters.length; i++) {
      char letter = Token.letter(text[i]);
      if (Character.isLetter(letter) && (length == 0 || letters[length - 1] != letter)) {
        letters[length++] = letter;
      }
    }
  }
}
