package io.rejoinder.moderation.screening;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import io.rejoinder.events.comment.Span;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A text in the form in which texts are compared: NFKC, without format characters, case and marks,
 * characters that look alike folded onto one (the skeletons of <a
 * href="https://www.unicode.org/reports/tr39/#Confusable_Detection">UTS 39</a>), runs of one
 * character cut to two, runs of space to one. It is for matching only, nobody reads it: an {@code
 * m} is {@code rn} there. Each of its characters knows the place in the raw text it came from.
 */
final class Canonical {

  private static final int RUN = 2;
  private static final int ASCII = 128;

  /** NFKC with case folding; takes default-ignorable characters (zero width, bidi, …) out. */
  private static final Normalizer2 NFKC = Normalizer2.getNFKCCasefoldInstance();

  private static final SpoofChecker SPOOF = new SpoofChecker.Builder().build();
  private static final String[] ASCII_SKELETONS = new String[ASCII];
  private static final Map<Integer, String> SKELETONS = new ConcurrentHashMap<>();

  static {
    for (int c = 0; c < ASCII; c++) {
      ASCII_SKELETONS[c] = skeletonOf(c);
    }
  }

  private final StringBuilder text;
  private int[] starts;
  private int[] ends;

  private Canonical(String raw) {
    this.text = new StringBuilder(raw.length());
    this.starts = new int[raw.length() + 16];
    this.ends = new int[raw.length() + 16];
  }

  /** The canonical form of a raw text. */
  static Canonical of(String raw) {
    Canonical canonical = new Canonical(raw);
    int at = 0;
    while (at < raw.length()) {
      int end = segmentEnd(raw, at);
      canonical.appendSegment(raw, at, end);
      at = end;
    }
    return canonical;
  }

  /** The canonical form of a word or phrase that is looked for. */
  static String textOf(String raw) {
    return of(raw).text().strip();
  }

  String text() {
    return text.toString();
  }

  /** The place in the raw text of a piece of the canonical one, which is not empty. */
  Span rawSpan(int start, int end) {
    return new Span(starts[start], Math.max(starts[start], ends[end - 1]));
  }

  /** Up to where characters normalise together: a base and the marks on it. */
  private static int segmentEnd(String raw, int at) {
    int end = at + Character.charCount(raw.codePointAt(at));
    while (end < raw.length()) {
      int next = raw.codePointAt(end);
      if (next < ASCII || NFKC.hasBoundaryBefore(next)) {
        return end;
      }
      end += Character.charCount(next);
    }
    return end;
  }

  private void appendSegment(String raw, int start, int end) {
    char first = raw.charAt(start);
    if (end - start == 1 && first < ASCII) {
      appendAll(ASCII_SKELETONS[first], start, end);
      return;
    }
    NFKC.normalize(raw.substring(start, end))
        .codePoints()
        .forEach(c -> appendAll(SKELETONS.computeIfAbsent(c, Canonical::skeletonOf), start, end));
  }

  private static String skeletonOf(int codePoint) {
    if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
      return " ";
    }
    if (codePoint >= '0' && codePoint <= '9') {
      // A digit is more often a number than a letter in disguise; the words screen tries both.
      return Character.toString(codePoint);
    }
    String folded = Character.toString(codePoint).toLowerCase(Locale.ROOT);
    String skeleton = SPOOF.getSkeleton(folded).toLowerCase(Locale.ROOT);
    StringBuilder unmarked = new StringBuilder(skeleton.length());
    skeleton.codePoints().filter(c -> !isMark(c)).forEach(unmarked::appendCodePoint);
    return unmarked.toString();
  }

  /** Combining diacritical marks: stacked on a letter they hide it, and none tells words apart. */
  private static boolean isMark(int codePoint) {
    return codePoint >= 0x0300 && codePoint <= 0x036F;
  }

  private void appendAll(String skeleton, int start, int end) {
    for (int i = 0; i < skeleton.length(); i++) {
      append(skeleton.charAt(i), start, end);
    }
  }

  private void append(char c, int start, int end) {
    int length = text.length();
    int allowed = c == ' ' ? 1 : RUN;
    boolean run = length >= allowed;
    for (int i = 1; run && i <= allowed; i++) {
      run = text.charAt(length - i) == c;
    }
    if (run) {
      ends[length - 1] = end;
      return;
    }
    if (length == starts.length) {
      starts = Arrays.copyOf(starts, length * 2);
      ends = Arrays.copyOf(ends, length * 2);
    }
    starts[length] = start;
    ends[length] = end;
    text.append(c);
  }
}
