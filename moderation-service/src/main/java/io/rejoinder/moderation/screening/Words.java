package io.rejoinder.moderation.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.moderation.text.Canonical;
import io.rejoinder.moderation.text.Token;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of blocked words and phrases, as it was at one time. Immutable. */
final class Words {

  private static final int VERSION_BYTES = 6;

  /** Squeezing turns shorter words into others ("too" into "to"). */
  private static final int SHORTEST_SQUEEZED = 4;

  private final String version;

  /** Phrases by their first word, each as its words and the line that it came from. */
  private final Map<String, List<Phrase>> byFirst = new HashMap<>();

  /** The sketches of the first words: nearly every word of a text ends here. */
  private final BitSet sketches = new BitSet(Token.SKETCHES);

  private Words(String version) {
    this.version = version;
  }

  /**
   * A list: a word or phrase on each line; empty lines and those after a {@code #} do not count.
   */
  static Words of(String lines) {
    Words words = new Words(hash(lines));
    lines
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(words::add);
    return words;
  }

  private void add(String line) {
    Canonical canonical = Canonical.of(line);
    String text = canonical.text();
    List<Token> tokens = canonical.tokens();
    if (!tokens.isEmpty()) {
      List<String> words = tokens.stream().map(token -> token.of(text)).toList();
      byFirst
          .computeIfAbsent(words.get(0), first -> new ArrayList<>())
          .add(new Phrase(words, line));
      sketches.set(tokens.get(0).sketch());
    }
  }

  /** The first bytes of the list's SHA-256, in hexadecimal: equal lists, equal versions. */
  String version() {
    return version;
  }

  /** Of this list and one that goes with it; that of this alone where the other is empty. */
  String versionWith(Words more) {
    return more.byFirst.isEmpty() ? version : version + "+" + more.version;
  }

  /** Where the list's words stand in a canonical text that has these words. */
  List<Match> in(String text, List<Token> tokens) {
    if (byFirst.isEmpty()) {
      return List.of();
    }
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Match match = sketches.get(tokens.get(i).sketch()) ? at(text, tokens, i) : null;
      if (match != null) {
        matches.add(match);
      }
    }
    return matches;
  }

  private @Nullable Match at(String text, List<Token> tokens, int i) {
    for (String spelling : spellings(tokens.get(i).of(text))) {
      for (Phrase phrase : byFirst.getOrDefault(spelling, List.of())) {
        int last = i + phrase.words().size() - 1;
        if (last < tokens.size() && follows(text, tokens, i, phrase.words())) {
          return new Match(phrase.line(), tokens.get(i).start(), tokens.get(last).end());
        }
      }
    }
    return null;
  }

  private static boolean follows(String text, List<Token> tokens, int i, List<String> words) {
    for (int w = 1; w < words.size(); w++) {
      if (!spellings(tokens.get(i + w).of(text)).contains(words.get(w))) {
        return false;
      }
    }
    return true;
  }

  /** The word, without drawn-out letters, and with letters for the digits that look like them. */
  private static List<String> spellings(String word) {
    String plain = withLetters(word);
    List<String> spellings = new ArrayList<>(List.of(word));
    for (String spelling : List.of(plain, squeezed(word), squeezed(plain))) {
      if (!spellings.contains(spelling)) {
        spellings.add(spelling);
      }
    }
    return spellings;
  }

  private static String squeezed(String word) {
    StringBuilder once = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
        once.append(word.charAt(i));
      }
    }
    return once.length() >= SHORTEST_SQUEEZED ? once.toString() : word;
  }

  private static String withLetters(String word) {
    StringBuilder letters = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      letters.setCharAt(i, Token.letter(word.charAt(i)));
    }
    return letters.toString();
  }

  private static String hash(String lines) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  private record Phrase(List<String> words, String line) {}

  /** A word or phrase of the list, as written there, and its place in the canonical text. */
  record Match(String word, int start, int end) {}
}
