package io.rejoinder.moderation.text;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import io.rejoinder.events.comment.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A text in the form in which texts are compared: NFKC, without format characters, case and marks,
 * characters that look alike folded onto one (the skeletons of <a
 * href="https://www.unicode.org/reports/tr39/#Confusable_Detection">UTS 39</a>), runs of one
 * character cut to two, runs of space to one. It is for matching only, nobody reads it: an {@code
 * m} is {@code rn} there. Each of its characters knows the place in the raw text it came from.
 */
public final class Canonical {

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

  private final String text;
  private final int[] starts;
  private final int[] ends;
  private @Nullable List<Token> tokens;

  private Canonical(CanonicalText built) {
    this.text = built.text();
    this.starts = built.starts();
    this.ends = built.ends();
  }

  /** The canonical form of a raw text. */
  public static Canonical of(String raw) {
    CanonicalText text = new CanonicalText(raw.length());
    int at = 0;
    while (at < raw.length()) {
      if (isPlain(raw, at)) {
        text.append(ASCII_SKELETONS[raw.charAt(at)], at, ++at);
        continue;
      }
      int end = segmentEnd(raw, at);
      appendSegment(text, raw, at, end);
      at = end;
    }
    return new Canonical(text);
  }

  /** The canonical form of a word or phrase that is looked for. */
  public static String textOf(String raw) {
    return of(raw).text().strip();
  }

  public String text() {
    return text;
  }

  /** Its words, in their order: found once for all who ask. */
  public List<Token> tokens() {
    List<Token> found = tokens;
    if (found == null) {
      found = Token.all(text);
      tokens = found;
    }
    return found;
  }

  /** The place in the raw text of a piece of the canonical one, which is not empty. */
  public Span rawSpan(int start, int end) {
    return new Span(starts[start], Math.max(starts[start], ends[end - 1]));
  }

  /** One of ASCII, with nothing behind it that could belong to it, as most are. */
  private static boolean isPlain(String raw, int at) {
    return raw.charAt(at) < ASCII && (at + 1 == raw.length() || raw.charAt(at + 1) < ASCII);
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

  private static void appendSegment(CanonicalText text, String raw, int start, int end) {
    char first = raw.charAt(start);
    if (end - start == 1 && first < ASCII) {
      text.append(ASCII_SKELETONS[first], start, end);
      return;
    }
    NFKC.normalize(raw.substring(start, end))
        .codePoints()
        .forEach(c -> text.append(SKELETONS.computeIfAbsent(c, Canonical::skeletonOf), start, end));
  }

  private static String skeletonOf(int codePoint) {
    if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
      return " ";
    }
    if (codePoint >= '0' && codePoint <= '9') {
      // A digit is more often a number than a letter in disguise; the words screen tries both.
      return Character.toString(codePoint);
    }
    String skeleton = look(codePoint);
    StringBuilder unmarked = new StringBuilder(skeleton.length());
    skeleton.codePoints().filter(c -> !isMark(c)).forEach(unmarked::appendCodePoint);
    return unmarked.toString();
  }

  /** A small letter that looks like none of ASCII may do so as a capital: в as В is a B. */
  private static String look(int codePoint) {
    String folded = Character.toString(codePoint).toLowerCase(Locale.ROOT);
    String small = SPOOF.getSkeleton(folded).toLowerCase(Locale.ROOT);
    if (isAscii(small) || !Character.isLetter(codePoint)) {
      return small;
    }
    String capital = SPOOF.getSkeleton(folded.toUpperCase(Locale.ROOT)).toLowerCase(Locale.ROOT);
    return isAscii(capital) ? SPOOF.getSkeleton(capital) : small;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < ASCII);
  }

  /** Combining diacritical marks: stacked on a letter they hide it, and none tells words apart. */
  private static boolean isMark(int codePoint) {
    return codePoint >= 0x0300 && codePoint <= 0x036F;
  }
}
