package io.rejoinder.review.importing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text as Markdown that looks the same: a backslash before what would be read as markup, and
 * only there, as moderators read the source.
 */
final class MarkdownEscape {

  private static final Pattern ENTITY = Pattern.compile("&(#|[a-zA-Z])[a-zA-Z0-9]*;");
  private static final Pattern RULE = Pattern.compile("[-=_*+~](\\s*[-=_*+~])*\\s*");
  private static final Pattern BLOCK = Pattern.compile("(>|#{1,6}(\\s|$)|[-+](\\s|$)|~~~|\\[).*");
  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})([.)])(\\s.*|$)");

  private MarkdownEscape() {}

  /**
   * A run of text.
   *
   * @param lineStart whether it begins a line, where more is markup
   */
  static String of(String text, boolean lineStart) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    int from = lineStart ? start(text, out) : 0;
    for (int i = from; i < text.length(); i++) {
      if (isMarkup(text, i)) {
        out.append('\\');
      }
      out.append(text.charAt(i));
    }
    return out.toString();
  }

  /** Writes what needs care at the start of a line; returns how much of the text that was. */
  private static int start(String text, StringBuilder out) {
    Matcher numbered = NUMBERED.matcher(text);
    if (numbered.matches()) {
      out.append(numbered.group(1)).append('\\').append(numbered.group(2));
      return numbered.end(2);
    }
    boolean markup =
        BLOCK.matcher(text).matches() || RULE.matcher(text).matches() || text.startsWith("* ");
    if (markup) {
      out.append('\\').append(text.charAt(0));
      return 1;
    }
    return 0;
  }

  private static boolean isMarkup(String text, int i) {
    char next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
    char before = i > 0 ? text.charAt(i - 1) : '\n';
    return switch (text.charAt(i)) {
      case '\\' -> next == '\n' || isPunctuation(next);
      case '`' -> true;
      case '*' -> !(Character.isWhitespace(before) && Character.isWhitespace(next));
      case '_' -> !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(next));
      case ']' -> next == '(' || next == '[' || next == ':';
      case '<' -> Character.isLetter(next) || next == '/' || next == '!' || next == '?';
      case '&' -> ENTITY.matcher(text).region(i, text.length()).lookingAt();
      default -> false;
    };
  }

  /** ASCII punctuation, which a backslash escapes. */
  private static boolean isPunctuation(char c) {
    return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
  }
}
