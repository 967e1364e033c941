package io.rejoinder.moderation.link;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A label of a host.
 *
 * @param start its place in the text
 * @param end behind its last character
 * @param joint how the dot before it is written; null for the first
 * @param name in lower case, compatible characters and those without width resolved
 */
record Label(int start, int end, Joint.@Nullable Kind joint, String name) {

  private static final Normalizer2 NFKC = Normalizer2.getNFKCCasefoldInstance();

  static Label of(String text, int start, int end, Joint.@Nullable Kind joint) {
    String raw = text.substring(start, end);
    boolean ascii = raw.chars().allMatch(c -> c < 128);
    return new Label(start, end, joint, ascii ? raw.toLowerCase(Locale.ROOT) : NFKC.normalize(raw));
  }

  static boolean startsAt(String text, int at) {
    return at < text.length() && isPart(text.codePointAt(at));
  }

  /** Where the label ends that begins here. */
  static int end(String text, int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!isPart(c)) {
        return end;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  /**
   * Letters, digits, marks, and what has no width; a hyphen, and an underscore as some hosts do.
   */
  private static boolean isPart(int c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || c == '-'
          || c == '_';
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.FORMAT;
  }
}
