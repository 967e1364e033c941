package io.rejoinder.moderation.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Scores to probabilities by a sigmoid (Platt, “Probabilistic outputs for support vector machines”,
 * 1999), fitted on scores of texts that the model had not seen.
 *
 * @param slope of the score
 * @param shift added to it
 */
record Calibration(double slope, double shift) {

  private static final int MOST_STEPS = 100;
  private static final double CLOSE = 1e-9;

  /** Keeps the step finite where all scores are equal. */
  private static final double RIDGE = 1e-9;

  double logOdds(double score) {
    return slope * score + shift;
  }

  double probability(double score) {
    return 1 / (1 + StrictMath.exp(-logOdds(score)));
  }

  /** The sigmoid that fits: Newton's steps, with Platt's targets, which no label makes certain. */
  static Calibration fit(double[] scores, boolean[] positive) {
    double positives = 0;
    for (boolean one : positive) {
      positives += one ? 1 : 0;
    }
    double high = (positives + 1) / (positives + 2);
    double low = 1 / (scores.length - positives + 2);
    Calibration fitted = new Calibration(1, 0);
    for (int step = 0; step < MOST_STEPS; step++) {
      Calibration next = fitted.stepped(scores, positive, high, low);
      boolean close =
          Math.abs(next.slope - fitted.slope) + Math.abs(next.shift - fitted.shift) < CLOSE;
      fitted = next;
      if (close) {
        break;
      }
    }
    return fitted;
  }

  private Calibration stepped(double[] scores, boolean[] positive, double high, double low) {
    double gradSlope = 0;
    double gradShift = 0;
    double slopeSlope = RIDGE;
    double slopeShift = 0;
    double shiftShift = RIDGE;
    for (int i = 0; i < scores.length; i++) {
      double p = probability(scores[i]);
      double error = p - (positive[i] ? high : low);
      double spread = p * (1 - p);
      gradSlope += error * scores[i];
      gradShift += error;
      slopeSlope += spread * scores[i] * scores[i];
      slopeShift += spread * scores[i];
      shiftShift += spread;
    }
    double determinant = slopeSlope * shiftShift - slopeShift * slopeShift;
    return new Calibration(
        slope - (shiftShift * gradSlope - slopeShift * gradShift) / determinant,
        shift - (slopeSlope * gradShift - slopeShift * gradSlope) / determinant);
  }

  /** The mean logarithmic loss of these probabilities: lower is better. */
  double loss(double[] scores, boolean[] positive) {
    double loss = 0;
    for (int i = 0; i < scores.length; i++) {
      double p = probability(scores[i]);
      loss -= StrictMath.log(Math.max(CLOSE, positive[i] ? p : 1 - p));
    }
    return loss / scores.length;
  }

  /** How these scores are spread, as weights of evidence. */
  Curve curve(double[] scores, boolean[] positive) {
    double[] shares = new double[scores.length];
    double positives = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = positive[i] ? 1 : 0;
      positives += shares[i];
    }
    double before = StrictMath.log(positives / (shares.length - positives));
    double[] weights = new double[scores.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = logOdds(scores[i]) - before;
    }
    return Curve.of(weights, shares);
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(slope);
    out.writeDouble(shift);
  }

  static Calibration read(DataInput in) throws IOException {
    double slope = in.readDouble();
    return new Calibration(slope, in.readDouble());
  }
}
