package io.rejoinder.review.review;

import org.jsoup.Jsoup;

/** The first words of a review. */
final class Summary {

  /** In code points; about three lines of a list on a wide page. */
  private static final int LENGTH = 240;

  private Summary() {}

  /** At most 240 code points of plain text, cut between words. */
  static String of(String html) {
    String text = Jsoup.parseBodyFragment(html).text();
    if (text.codePointCount(0, text.length()) <= LENGTH) {
      return text;
    }
    int end = text.offsetByCodePoints(0, LENGTH);
    int space = text.lastIndexOf(' ', end);
    return text.substring(0, space > 0 ? space : end) + "…";
  }
}
