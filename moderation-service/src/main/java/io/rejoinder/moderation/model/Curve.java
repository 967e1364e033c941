package io.rejoinder.moderation.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How weights of evidence are spread over texts that are positive and texts that are not: what can
 * be expected of a threshold. Counts by steps of {@value #STEP} nats from {@value #LOWEST} to its
 * opposite, what lies beyond in the outermost. Immutable.
 */
public final class Curve {

  /** Width of a step, in nats. */
  public static final double STEP = 0.1;

  /** Where the first step begins. */
  public static final double LOWEST = -12;

  /** So many steps. */
  public static final int STEPS = (int) (-2 * LOWEST / STEP);

  private final double[] positive;
  private final double[] negative;

  private Curve(double[] positive, double[] negative) {
    this.positive = positive;
    this.negative = negative;
  }

  /** Of weights, each with the share to which it is of a positive text: 1 or 0 where known. */
  public static Curve of(double[] weights, double[] shares) {
    double[] counts = new double[weights.length];
    Arrays.fill(counts, 1);
    return of(weights, shares, counts);
  }

  /** Of weights that stand for so many texts each. */
  public static Curve of(double[] weights, double[] shares, double[] counts) {
    double[] positive = new double[STEPS];
    double[] negative = new double[STEPS];
    for (int i = 0; i < weights.length; i++) {
      int step = (int) Math.max(0, Math.min(STEPS - 1, (weights[i] - LOWEST) / STEP));
      positive[step] += counts[i] * shares[i];
      negative[step] += counts[i] * (1 - shares[i]);
    }
    return new Curve(positive, negative);
  }

  /** How many texts are positive. */
  public double positives() {
    return sum(positive, 0);
  }

  /** How many are not. */
  public double negatives() {
    return sum(negative, 0);
  }

  /** The logarithm of the odds that one of these texts is positive. */
  public double logOdds() {
    return StrictMath.log(positives() / negatives());
  }

  /** How many positive texts have at least the weight with which this step begins. */
  public double positivesFrom(int step) {
    return sum(positive, step);
  }

  /** How many others have. */
  public double negativesFrom(int step) {
    return sum(negative, step);
  }

  /**
   * How often a positive text weighs more than another, one that weighs about the same for half:
   * the area under the ROC curve.
   */
  public double auc() {
    double pairs = 0;
    double below = 0;
    for (int i = 0; i < STEPS; i++) {
      pairs += positive[i] * (below + negative[i] / 2);
      below += negative[i];
    }
    return pairs / (positives() * negatives());
  }

  /** The weight with which a step begins. */
  public static double weightOf(int step) {
    return LOWEST + step * STEP;
  }

  private static double sum(double[] counts, int from) {
    double sum = 0;
    for (int i = from; i < counts.length; i++) {
      sum += counts[i];
    }
    return sum;
  }

  void write(DataOutput out) throws IOException {
    for (int i = 0; i < STEPS; i++) {
      out.writeFloat((float) positive[i]);
      out.writeFloat((float) negative[i]);
    }
  }

  static Curve read(DataInput in) throws IOException {
    double[] positive = new double[STEPS];
    double[] negative = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      positive[i] = in.readFloat();
      negative[i] = in.readFloat();
    }
    return new Curve(positive, negative);
  }
}
