package io.rejoinder.moderation.text;

import io.rejoinder.events.comment.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much of a text is written so that a person reads a word and a program does not. Honest
 * oddities are none: emoji, drawn-out words, accents, full width, and whole words in other scripts.
 *
 * @param share letters in words that are disguised, of all letters; 0 to 1
 * @param words how many words are disguised
 * @param kinds by what means, in a fixed order
 * @param spans the first of them in the raw text, 20 at most
 */
public record Disguise(double share, int words, List<Kind> kinds, List<Span> spans) {

  /** A means of disguise. */
  public enum Kind {
    /** Characters without width or of direction, between the letters of a word. */
    INVISIBLE("invisible characters within words"),
    /** Letters of one script in a word of another that looks the same. */
    MIXED("letters of two scripts in one word"),
    /** Mathematical or encircled letters. */
    STYLED("mathematical or encircled letters"),
    /** Struck through, or marks in heaps. */
    MARKED("struck out or covered letters"),
    /** Digits for letters. */
    LEET("digits for letters"),
    /** Letters written apart. */
    APART("letters written apart");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** What a person calls it. */
    public String words() {
      return words;
    }
  }

  private static final int SPANS = 20;

  /** Letters; more of them apart are more than one word. */
  private static final int LONGEST_EMPHASIS = 10;

  /** Copies the lists. */
  public Disguise {
    kinds = List.copyOf(kinds);
    spans = List.copyOf(spans);
  }

  /** What is disguised in a text; linear in its length. */
  public static Disguise of(String raw, Canonical canonical) {
    List<Found> found = new ArrayList<>();
    int letters = words(raw, found);
    found.addAll(apart(raw, canonical));
    dropLone(found, Kind.LEET);
    dropLone(found, Kind.APART);
    int disguised = found.stream().mapToInt(Found::letters).sum();
    return new Disguise(
        letters == 0 ? 0 : Math.min(1.0, (double) disguised / letters),
        found.size(),
        found.stream().map(Found::kind).distinct().sorted().toList(),
        found.stream().map(Found::span).limit(SPANS).toList());
  }

  /** Looks at each word; the number of letters in all. */
  private static int words(String raw, List<Found> found) {
    int letters = 0;
    int at = 0;
    while (at < raw.length()) {
      int plain = DisguisedWord.plainEnd(raw, at);
      if (plain > at) {
        letters += plain - at;
        at = plain;
        continue;
      }
      DisguisedWord word = DisguisedWord.at(raw, at);
      letters += word.letters();
      Kind kind = word.letters() == 0 ? null : word.kind();
      if (kind != null) {
        found.add(new Found(kind, new Span(at, word.end()), word.letters(), kind == Kind.LEET));
      }
      at = word.end();
    }
    return letters;
  }

  private static List<Found> apart(String raw, Canonical canonical) {
    List<Found> found = new ArrayList<>();
    String text = canonical.text();
    List<Token> tokens = canonical.tokens();
    for (int i = 0; i < tokens.size(); ) {
      int end = Apart.end(text, tokens, i);
      if (end - i > Apart.SHORTEST) {
        Span span = canonical.rawSpan(tokens.get(i).start(), tokens.get(end - 1).end());
        String written = raw.substring(span.start(), span.end());
        if (!isHonest(written)) {
          found.add(new Found(Kind.APART, span, end - i, isOneWord(written, end - i)));
        }
      }
      i = Math.max(end, i + 1);
    }
    return found;
  }

  /**
   * One word in leet may be a title or a name ("Se7en"), one that is written apart an emphasis ("A
   * M A Z I N G"); who means to hide does it again.
   */
  private static void dropLone(List<Found> found, Kind kind) {
    List<Found> ofKind = found.stream().filter(one -> one.kind() == kind).toList();
    if (ofKind.size() == 1 && ofKind.get(0).mayBeLone()) {
      found.removeAll(ofKind);
    }
  }

  /** An abbreviation ("S.H.I.E.L.D."), a row of numbers or of one letter, a script without case. */
  private static boolean isHonest(String apart) {
    boolean dotted = apart.indexOf('.') > 0 && apart.indexOf(' ') < 0;
    boolean capitals = apart.codePoints().noneMatch(Character::isLowerCase);
    int[] letters = apart.codePoints().filter(Character::isLetterOrDigit).toArray();
    long cased =
        Arrays.stream(letters)
            .filter(c -> Character.isUpperCase(c) || Character.isLowerCase(c))
            .count();
    long distinct = Arrays.stream(letters).map(Character::toLowerCase).distinct().count();
    return (dotted && capitals) || cased * 2 < letters.length || distinct < 3;
  }

  /** One word, not too long, and with something else than dots in it. */
  private static boolean isOneWord(String apart, int letters) {
    return letters <= LONGEST_EMPHASIS && apart.indexOf('.') < 0 && !apart.contains("  ");
  }

  private record Found(Kind kind, Span span, int letters, boolean mayBeLone) {}
}
