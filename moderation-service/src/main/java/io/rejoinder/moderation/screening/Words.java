package io.rejoinder.moderation.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of blocked words and phrases, as it was at one time. Immutable. */
final class Words {

  private static final int VERSION_BYTES = 6;
  private static final String DIGITS = "013457@$";
  private static final String LETTERS = "oieastas";

  /** Squeezing turns shorter words into others ("too" into "to"). */
  private static final int SHORTEST_SQUEEZED = 4;

  private final String version;

  /** Phrases by their first word, each as its words and the line that it came from. */
  private final Map<String, List<Phrase>> byFirst = new HashMap<>();

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
    List<Token> tokens = tokens(Canonical.textOf(line));
    if (!tokens.isEmpty()) {
      List<String> rest = tokens.stream().map(Token::text).toList();
      byFirst.computeIfAbsent(rest.get(0), first -> new ArrayList<>()).add(new Phrase(rest, line));
    }
  }

  /** The first bytes of the list's SHA-256, in hexadecimal: equal lists, equal versions. */
  String version() {
    return version;
  }

  /** Where the list's words stand in a canonical text. */
  List<Match> in(String canonical) {
    if (byFirst.isEmpty()) {
      return List.of();
    }
    List<Token> tokens = tokens(canonical);
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Match match = at(tokens, i);
      if (match != null) {
        matches.add(match);
      }
    }
    return matches;
  }

  private @Nullable Match at(List<Token> tokens, int i) {
    for (String spelling : spellings(tokens.get(i).text())) {
      for (Phrase phrase : byFirst.getOrDefault(spelling, List.of())) {
        int last = i + phrase.words().size() - 1;
        if (last < tokens.size() && follows(tokens, i, phrase.words())) {
          return new Match(phrase.line(), tokens.get(i).start(), tokens.get(last).end());
        }
      }
    }
    return null;
  }

  private static boolean follows(List<Token> tokens, int i, List<String> words) {
    for (int w = 1; w < words.size(); w++) {
      if (!spellings(tokens.get(i + w).text()).contains(words.get(w))) {
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
      int digit = DIGITS.indexOf(word.charAt(i));
      if (digit >= 0) {
        letters.setCharAt(i, LETTERS.charAt(digit));
      }
    }
    return letters.toString();
  }

  private static List<Token> tokens(String canonical) {
    List<Token> tokens = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= canonical.length(); i++) {
      boolean inWord = i < canonical.length() && isWord(canonical.charAt(i));
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        tokens.add(new Token(canonical.substring(start, i), start, i));
        start = -1;
      }
    }
    return tokens;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '@' || c == '$';
  }

  private static String hash(String lines) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  private record Token(String text, int start, int end) {}

  private record Phrase(List<String> words, String line) {}

  /** A word or phrase of the list, as written there, and its place in the canonical text. */
  record Match(String word, int start, int end) {}
}
