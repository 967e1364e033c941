package io.rejoinder.comment.thread;

/** Text from outside, made harmless to the text around it. */
final class PlainText {

  private PlainText() {}

  /** A text without control characters other than line ends and tabs, and without overrides. */
  static String clean(String text) {
    int i = 0;
    while (i < text.length() && !dropped(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.chars().filter(c -> !dropped((char) c)).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  /** The same in one line. */
  static String line(String text) {
    return clean(text.replace('\n', ' ').replace('\t', ' ')).strip();
  }

  private static boolean dropped(char c) {
    return (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f) || reorders(c);
  }

  /**
   * Embeddings, overrides and isolates (UAX #9): one left open would turn round what the page says
   * behind it. Marks (U+200E, U+200F) have no reach and stay.
   */
  private static boolean reorders(char c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  }
}
