package io.rejoinder.moderation.link;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands between two labels of a host.
 *
 * @param kind how the dot is written
 * @param end where the next label begins
 */
record Joint(Kind kind, int end) {

  /** Spaces around a dot that is spelled out. */
  private static final int SPACES = 3;

  private static final int LONGEST_DOT = 6;
  private static final String DOTS = ".\u3002\uFF0E\uFF61";
  private static final String OPEN = "[({<";
  private static final String CLOSE = "])}>";

  /** How a dot is written. */
  enum Kind {
    PLAIN,
    /** "[.]", "(dot)". */
    BRACKETED,
    /** "dot", as a word of its own. */
    WORD,
    /** With space before or behind it. */
    SPACED
  }

  /** The joint that begins here, if one does. */
  static @Nullable Joint at(String text, int from) {
    if (from >= text.length()) {
      return null;
    }
    if (DOTS.indexOf(text.charAt(from)) >= 0) {
      int next = spacesEnd(text, from + 1);
      Kind kind = next == from + 1 ? Kind.PLAIN : Kind.SPACED;
      return Label.startsAt(text, next) ? new Joint(kind, next) : null;
    }
    int sign = spacesEnd(text, from);
    if (sign >= text.length()) {
      return null;
    }
    char c = text.charAt(sign);
    if (OPEN.indexOf(c) >= 0) {
      return bracketed(text, sign);
    }
    if (sign == from) {
      return null;
    }
    return DOTS.indexOf(c) >= 0 ? behind(text, sign + 1, Kind.SPACED) : word(text, sign);
  }

  private static @Nullable Joint bracketed(String text, int open) {
    int sign = spacesEnd(text, open + 1);
    int end = sign;
    while (end < text.length() && end - sign < LONGEST_DOT && isOfDot(text.charAt(end))) {
      end++;
    }
    int close = spacesEnd(text, end);
    boolean closed =
        close < text.length()
            && CLOSE.indexOf(text.charAt(close)) == OPEN.indexOf(text.charAt(open));
    return closed && isDot(text.substring(sign, end))
        ? behind(text, close + 1, Kind.BRACKETED)
        : null;
  }

  private static @Nullable Joint word(String text, int from) {
    if ("dDpP".indexOf(text.charAt(from)) < 0) {
      return null;
    }
    int end = from;
    while (end < text.length() && end - from < LONGEST_DOT && isOfDot(text.charAt(end))) {
      end++;
    }
    boolean spaced = spacesEnd(text, end) > end;
    return spaced && isDot(text.substring(from, end)) ? behind(text, end, Kind.WORD) : null;
  }

  private static @Nullable Joint behind(String text, int from, Kind kind) {
    int next = spacesEnd(text, from);
    return Label.startsAt(text, next) ? new Joint(kind, next) : null;
  }

  private static boolean isOfDot(char c) {
    return DOTS.indexOf(c) >= 0 || Character.isLetterOrDigit(c);
  }

  private static boolean isDot(String sign) {
    return (sign.length() == 1 && DOTS.contains(sign))
        || Suffixes.isDot(sign.toLowerCase(Locale.ROOT));
  }

  private static int spacesEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < SPACES && isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || Character.isSpaceChar(c);
  }
}
