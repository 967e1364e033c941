package io.rejoinder.review.importing;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** One line of plain text out of what an export holds. */
final class PlainText {

  private static final Pattern TAGS = Pattern.compile("</?[a-zA-Z][^<>]*>");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  private PlainText() {}

  /**
   * Without tags, entities decoded, on one line.
   *
   * @param length the longest that it may be, in code points; what is longer is cut and ends in …
   */
  static String of(String html, int length) {
    String text = Parser.unescapeEntities(TAGS.matcher(html).replaceAll(""), false);
    String line = SPACE.matcher(text).replaceAll(" ").strip();
    if (line.codePointCount(0, line.length()) <= length) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, length - 1)) + "…";
  }
}
