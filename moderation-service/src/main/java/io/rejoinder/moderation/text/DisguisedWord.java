package io.rejoinder.moderation.text;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/** One word of a raw text, and by what it is disguised. */
final class DisguisedWord {

  /** Letters that a digit or sign stands for in leet; others are names of things ("mp3"). */
  private static final String LEET = "01345@$";

  /** A word in leet has so many letters besides; "C3PO" and "b4" have fewer. */
  private static final int LEET_LETTERS = 4;

  /** Vietnamese has two marks on a letter. */
  private static final int MARKS = 3;

  private static final int STYLED = 2;
  private static final int SUFFIX = 2;

  private final String raw;
  private final int start;
  private int end;
  private int letters;
  private int latin;
  private int lookalikes;
  private int switches;
  private int lastRun;
  private int styled;
  private int invisible;
  private int invisibleAfter;
  private int marks;
  private boolean marked;
  private int digits;
  private int leet;
  private int digitsAfter;
  private @Nullable UnicodeScript script;
  private boolean address;

  private DisguisedWord(String raw, int start) {
    this.raw = raw;
    this.start = start;
    this.end = start;
  }

  /** The word at this place; what is between words is one without letters. */
  static DisguisedWord at(String raw, int start) {
    DisguisedWord word = new DisguisedWord(raw, start);
    int c = raw.codePointAt(start);
    word.end = start + Character.charCount(c);
    if (!isPart(c)) {
      return word;
    }
    word.take(c);
    while (word.end < raw.length() && isPart(raw.codePointAt(word.end))) {
      c = raw.codePointAt(word.end);
      word.end += Character.charCount(c);
      word.take(c);
    }
    word.address = word.digits + word.leet > 0 && word.isOfAddress();
    return word;
  }

  /** Behind a word of ASCII letters alone, which most are; the same place if none begins here. */
  static int plainEnd(String raw, int start) {
    int end = start;
    while (end < raw.length() && isPlain(raw.charAt(end))) {
      end++;
    }
    return end < raw.length() && isPart(raw.codePointAt(end)) ? start : end;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  int end() {
    return end;
  }

  int letters() {
    return letters;
  }

  Disguise.@Nullable Kind kind() {
    if (invisible > 0) {
      return Disguise.Kind.INVISIBLE;
    }
    if (styled >= STYLED) {
      return Disguise.Kind.STYLED;
    }
    if (latin > 0 && lookalikes > 0 && !isForeignSuffix() && readsAsAscii()) {
      return Disguise.Kind.MIXED;
    }
    if (marked) {
      return Disguise.Kind.MARKED;
    }
    boolean isLeet = leet > 0 && letters >= LEET_LETTERS && digits <= letters && !address;
    return isLeet ? Disguise.Kind.LEET : null;
  }

  private static boolean isPart(int c) {
    if (c < 128) {
      return Character.isLetterOrDigit(c) || c == '@' || c == '$';
    }
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.FORMAT
        || isMark(c)
        || isStyled(c);
  }

  private void take(int c) {
    if (isMark(c)) {
      marks++;
      boolean struck = c >= 0x0334 && c <= 0x0338;
      marked |= letters > 0 && (struck || marks >= MARKS) && c <= 0x036F;
    } else if (Character.getType(c) == Character.FORMAT) {
      invisibleAfter += script != null && isOfLatinKind(script) ? 1 : 0;
    } else if (Character.isDigit(c) || c == '@' || c == '$') {
      digits++;
      digitsAfter = LEET.indexOf(c) >= 0 && letters > 0 && digitsAfter >= 0 ? digitsAfter + 1 : -1;
    } else {
      takeLetter(c);
    }
  }

  private void takeLetter(int c) {
    letters++;
    marks = 0;
    UnicodeScript now = c < 128 ? UnicodeScript.LATIN : UnicodeScript.of(c);
    // One or two in a row between letters: a year or a number is none.
    leet += c < 128 && (digitsAfter == 1 || digitsAfter == 2) ? 1 : 0;
    digitsAfter = 0;
    invisible += isOfLatinKind(now) ? invisibleAfter : 0;
    invisibleAfter = 0;
    styled += isStyled(c) ? 1 : 0;
    if (now == UnicodeScript.COMMON || isStyled(c)) {
      return;
    }
    latin += now == UnicodeScript.LATIN ? 1 : 0;
    lookalikes += now != UnicodeScript.LATIN && isOfLatinKind(now) ? 1 : 0;
    lastRun = now == script ? lastRun + 1 : 1;
    switches += script != null && now != script ? 1 : 0;
    script = now;
  }

  /** Latin, and scripts that have letters that look like Latin ones. */
  private static boolean isOfLatinKind(UnicodeScript script) {
    return switch (script) {
      case LATIN, CYRILLIC, GREEK, ARMENIAN, CHEROKEE, COPTIC, LISU, COMMON -> true;
      default -> false;
    };
  }

  private static boolean isMark(int c) {
    return c >= 0x0300 && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Mathematical alphanumeric symbols and encircled letters; full width is how some type. */
  private static boolean isStyled(int c) {
    return (c >= 0x1D400 && c <= 0x1D7FF)
        || (c >= 0x249C && c <= 0x24E9)
        || (c >= 0x1F110 && c <= 0x1F169);
  }

  /** A Latin abbreviation with an ending of another script, as Russians write "SMSка". */
  private boolean isForeignSuffix() {
    return switches == 1 && script != UnicodeScript.LATIN && lastRun >= SUFFIX && latin >= SUFFIX;
  }

  private boolean readsAsAscii() {
    return Canonical.textOf(raw.substring(start, end)).chars().allMatch(c -> c < 128);
  }

  /** Part of an e-mail or web address, where digits are common. */
  private boolean isOfAddress() {
    boolean behind = start > 0 && "/.@=_-#&?:".indexOf(raw.charAt(start - 1)) >= 0;
    boolean before =
        end < raw.length() - 1
            && "/.@=_-".indexOf(raw.charAt(end)) >= 0
            && Character.isLetterOrDigit(raw.charAt(end + 1));
    return behind || before;
  }
}
