package io.rejoinder.moderation.text;

import java.util.List;

/** Words whose letters were written apart: "f r e e", "f.r.e.e". */
public final class Apart {

  /** So many single letters in a row are a word that was written apart. */
  public static final int SHORTEST = 4;

  /** Characters between letters that were written apart. */
  private static final int WIDEST_GAP = 2;

  private Apart() {}

  /** The first word of a canonical text from here on that is no single letter near the others. */
  public static int end(String text, List<Token> tokens, int from) {
    int end = from;
    while (end < tokens.size()
        && isLetter(text, tokens.get(end))
        && (end == from || tokens.get(end).start() - tokens.get(end - 1).end() <= WIDEST_GAP)) {
      end++;
    }
    return end;
  }

  /**
   * One character, or what is canonically one: an {@code m} is {@code rn}, two of a run are one.
   */
  private static boolean isLetter(String text, Token token) {
    char first = text.charAt(token.start());
    char last = text.charAt(token.end() - 1);
    return switch (token.end() - token.start()) {
      case 1 -> true;
      case 2 -> first == last || (first == 'r' && last == 'n');
      default -> false;
    };
  }
}
