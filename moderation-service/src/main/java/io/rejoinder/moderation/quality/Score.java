package io.rejoinder.moderation.quality;

import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Evidence;
import org.jspecify.annotations.Nullable;

/** The probability of spam that a decision was drawn from, as its evidence records it. */
final class Score {

  /** One for each nat of log-odds from -4 to 4, and what lies beyond. */
  static final int BINS = 10;

  private static final int MIDDLE = BINS / 2;

  private Score() {}

  /** The sum over all screens, or else the model's own; null where neither is recorded. */
  static @Nullable Double of(Decision decision) {
    Double all = value(decision, "score", "spam");
    return all == null ? value(decision, "model", "probability") : all;
  }

  private static @Nullable Double value(Decision decision, String screen, String name) {
    for (Evidence evidence : decision.evidence()) {
      String text = evidence.values().get(name);
      if (text != null && evidence.screen().equals(screen)) {
        return probability(text);
      }
    }
    return null;
  }

  private static @Nullable Double probability(String text) {
    try {
      double value = Double.parseDouble(text);
      return value >= 0 && value <= 1 ? value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The bin of a probability, 0 to 9. */
  static int bin(double probability) {
    double logOdds = StrictMath.log(probability / (1 - probability));
    return (int) Math.max(0, Math.min(BINS - 1, Math.floor(logOdds) + MIDDLE));
  }
}
