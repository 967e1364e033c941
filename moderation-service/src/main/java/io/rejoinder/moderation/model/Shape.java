package io.rejoinder.moderation.model;

import java.util.List;

/** How a text looks, whatever it says: its length, its figures, its shouts. */
final class Shape {

  private static final int MOST_LINKS = 2;

  /** Digits of a number that is as long as any. */
  private static final int LONG = 12;

  private final String text;
  private final List<String> words;

  Shape(String text, List<String> words) {
    this.text = text;
    this.words = words;
  }

  /** How long it is, and what it holds. */
  void addTo(Gathering gathering, int links) {
    int letters = 0;
    for (String word : words) {
      letters += word.length();
    }
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    add(gathering, "links", Math.min(MOST_LINKS, links));
    add(gathering, "letters", (long) (StrictMath.log1p(letters) * 1.5));
    add(gathering, "words", Math.min(8, (long) (StrictMath.log1p(words.size()) * 2)));
    add(gathering, "digits", digits == 0 ? 0 : 1 + Math.min(3, digits / 3));
    add(gathering, "lines", text.indexOf('\n') < 0 ? 0 : 1);
    add(gathering, "asks", text.indexOf('?') < 0 ? 0 : 1);
  }

  /** Advertising by message has numbers to call, prices, and shouts. */
  void addFiguresTo(Gathering gathering) {
    int numbers = 0;
    int longest = 0;
    for (String word : words) {
      if (Character.isDigit(word.charAt(0)) && Character.isDigit(word.charAt(word.length() - 1))) {
        numbers++;
        longest = Math.max(longest, word.length());
        add(gathering, "number", Math.min(LONG, word.length()));
      }
    }
    int shouts = 0;
    boolean currency = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      shouts += c == '!' ? 1 : 0;
      currency |= c == '$' || c == '£' || c == '€' || c == '¥';
    }
    add(gathering, "longest", Math.min(LONG, longest));
    add(gathering, "numbers", Math.min(4, numbers));
    add(gathering, "currency", currency ? 1 : 0);
    add(gathering, "capitals", capitals());
    add(gathering, "shouts", Math.min(3, shouts));
  }

  /** In sixths of the letters; 0 where there is none. */
  private long capitals() {
    int capital = 0;
    int small = 0;
    for (int i = 0; i < text.length(); i++) {
      capital += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
      small += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
    }
    return capital + small == 0 ? 0 : 1 + 6L * capital / (capital + small + 1);
  }

  private static void add(Gathering gathering, String name, long value) {
    gathering.add(Gathering.with(Gathering.with(gathering.nothing(), name), Long.toString(value)));
  }
}
