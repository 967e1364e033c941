package io.rejoinder.moderation.account;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a password that somebody chose is hard enough to guess: it must not contain the account's
 * name, and zxcvbn must take it for at least 3 of 4, which is 10^8 guesses and more. Common
 * passwords, keyboard rows, dates, repetitions and the like count for what they are, whatever
 * letters are put in other signs. Takes up to some 100 ms, so it is not for an event loop.
 * Threadsafe.
 */
final class PasswordStrength {

  private static final int LEAST = 3;

  /** Shorter names are part of too many words: "al" of "practical". */
  private static final int SHORTEST_NAME = 4;

  /**
   * The time that zxcvbn takes grows with a power of the length: 4 s for 128 characters made to be
   * slow. What is strong in its first part is strong.
   */
  private static final int MEASURED = 48;

  /** What an account's name may have between its words. */
  private static final Pattern SEPARATORS = Pattern.compile("[ ._-]+");

  private static final List<String> KNOWN = List.of("rejoinder", "moderator", "administrator");

  private final Zxcvbn zxcvbn = new Zxcvbn();

  /**
   * The same password.
   *
   * @throws Problem where it is too easy to guess, with the cause in {@code why} ({@code
   *     contains-name} or {@code guessable}) and, where that is known, in words
   */
  String checked(String password, String name) {
    String account = name.strip().toLowerCase(Locale.ROOT);
    String joined = joined(account);
    if (joined.length() >= SHORTEST_NAME && joined(password).contains(joined)) {
      throw new Problem(ProblemType.WEAK_PASSWORD, "It contains the account's name.")
          .with("why", "contains-name");
    }
    Strength strength = zxcvbn.measure(measured(password), known(account));
    if (strength.getScore() < LEAST) {
      throw new Problem(ProblemType.WEAK_PASSWORD, inWords(strength))
          .with("why", "guessable")
          .with("strength", strength.getScore())
          .with("bound", LEAST + "..4");
    }
    return password;
  }

  /** Without what names are written apart with: "Mabel Miller" is in "mabel.miller2024". */
  private static String joined(String text) {
    return SEPARATORS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static String measured(String password) {
    int length = password.codePointCount(0, password.length());
    return length <= MEASURED
        ? password
        : password.substring(0, password.offsetByCodePoints(0, MEASURED));
  }

  private static List<String> known(String account) {
    List<String> known = new ArrayList<>(KNOWN);
    known.add(account);
    known.addAll(List.of(SEPARATORS.split(account)));
    return known;
  }

  private static @Nullable String inWords(Strength strength) {
    List<String> words = new ArrayList<>();
    words.add(strength.getFeedback().getWarning(Locale.ENGLISH));
    words.addAll(strength.getFeedback().getSuggestions(Locale.ENGLISH));
    words.removeIf(String::isBlank);
    return words.isEmpty() ? null : String.join(" ", words);
  }
}
