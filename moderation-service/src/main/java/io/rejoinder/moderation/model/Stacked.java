package io.rejoinder.moderation.model;

import org.jspecify.annotations.Nullable;

/**
 * A linear model's scores of texts that it had not seen, with what the words mean added (Wolpert,
 * “Stacked generalization”, 1992): how much that counts is chosen by the loss on just those texts.
 *
 * @param scores by text
 * @param meaning what is to be added; null where nothing is
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Stacked(double[] scores, @Nullable Meaning meaning) {

  private static final double STEP = 0.1;

  /** A meaning that counts more than this beside the score is one that stands alone. */
  private static final int MOST_STEPS = 30;

  static Stacked alone(double[] scores) {
    return new Stacked(scores, null);
  }

  static Stacked of(double[] scores, MeaningTraining training, boolean[] positive) {
    double[] meanings = training.unseenScores();
    double least = Double.MAX_VALUE;
    double factor = 0;
    double[] best = scores;
    for (int step = 0; step <= MOST_STEPS; step++) {
      double[] sums = sums(scores, meanings, step * STEP);
      double loss = Calibration.fit(sums, positive).loss(sums, positive);
      if (loss < least) {
        least = loss;
        factor = step * STEP;
        best = sums;
      }
    }
    return new Stacked(best, training.meaning(factor));
  }

  private static double[] sums(double[] scores, double[] meanings, double factor) {
    double[] sums = new double[scores.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = scores[i] + factor * meanings[i];
    }
    return sums;
  }
}
