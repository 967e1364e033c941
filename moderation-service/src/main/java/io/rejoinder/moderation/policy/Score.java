package io.rejoinder.moderation.policy;

import io.rejoinder.events.comment.Evidence;
import java.util.List;
import java.util.Map;

/**
 * What the evidence comes to, as probabilities: odds before anything is known, times what each
 * piece of evidence says. Kept to four digits, as a decision records it.
 *
 * @param spam that the comment is spam
 * @param toxic that it is toxic
 */
public record Score(double spam, double toxic) {

  /** Its name among the evidence. */
  public static final String NAME = "score";

  /** The screen whose weight counts for toxicity, and for nothing else. */
  public static final String TOXICITY = "toxicity";

  /** One comment in eight, as a logarithm of odds: sites see anything from 2 to 80 %. */
  public static final double SPAM_BEFORE = -2.0;

  /** One comment in twenty, as a logarithm of odds. */
  public static final double TOXIC_BEFORE = -3.0;

  private static final double DIGITS = 1e4;

  /** The score of what all screens found. */
  public static Score of(List<Evidence> evidence) {
    double spam = SPAM_BEFORE;
    double toxic = TOXIC_BEFORE;
    boolean asked = false;
    for (Evidence one : evidence) {
      if (one.screen().equals(TOXICITY)) {
        toxic += one.weight();
        asked = true;
      } else {
        spam += one.weight();
      }
    }
    return new Score(rounded(probability(spam)), asked ? rounded(probability(toxic)) : 0);
  }

  /** The probability of these odds, given as their logarithm. */
  public static double probability(double logOdds) {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }

  static double rounded(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }

  /** The same as evidence that weighs nothing, so that a decision says it. */
  public Evidence evidence() {
    return new Evidence(
        NAME,
        0,
        "spam with a probability of %s, toxic with %s".formatted(spam, toxic),
        List.of(),
        Map.of("spam", Double.toString(spam), "toxic", Double.toString(toxic)));
  }
}
