package io.rejoinder.moderation.link;

import io.rejoinder.events.comment.Span;
import java.util.ArrayList;
import java.util.List;

/** Telephone numbers in a text: what campaigns share that have no page. */
public final class Phones {

  /** Fewer are years, dates and prices. */
  private static final int FEWEST = 9;

  /** ITU-T E.164. */
  private static final int MOST = 15;

  private static final int WIDEST_GAP = 2;
  private static final int YEAR = 4;

  private Phones() {}

  /** Those of a text, in their order. */
  public static List<Phone> in(String text) {
    List<Phone> phones = new ArrayList<>(0);
    int at = 0;
    while (at < text.length()) {
      if (!isDigit(text, at)) {
        at++;
        continue;
      }
      int end = end(text, at);
      String phone = digits(text, at, end);
      boolean inWord =
          (at > 0 && Character.isLetter(text.charAt(at - 1)))
              || (end < text.length() && Character.isLetter(text.charAt(end)));
      boolean international = at > 0 && text.charAt(at - 1) == '+';
      boolean fits = phone.length() >= FEWEST && phone.length() <= MOST;
      if (fits && !inWord && (international || !isDate(text, at))) {
        int start = international ? at - 1 : at;
        phones.add(new Phone(new Span(start, end), international ? "+" + phone : phone));
      }
      at = end;
    }
    return phones;
  }

  private static int end(String text, int start) {
    int end = start;
    for (int i = start; i < text.length() && i - end <= WIDEST_GAP; i++) {
      if (isDigit(text, i)) {
        end = i + 1;
      } else if (" -./()".indexOf(text.charAt(i)) < 0) {
        return end;
      }
    }
    return end;
  }

  private static String digits(String text, int start, int end) {
    StringBuilder digits = new StringBuilder(MOST);
    for (int i = start; i < end; i++) {
      if (isDigit(text, i)) {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }

  /** Begins with four digits by themselves, the first of a year. */
  private static boolean isDate(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text, end)) {
      end++;
    }
    return end - start == YEAR && (text.startsWith("19", start) || text.startsWith("20", start));
  }

  private static boolean isDigit(String text, int at) {
    char c = text.charAt(at);
    return c >= '0' && c <= '9';
  }
}
