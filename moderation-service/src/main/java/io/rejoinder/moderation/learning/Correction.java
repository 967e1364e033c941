package io.rejoinder.moderation.learning;

import java.util.function.ToDoubleFunction;

/**
 * What a site's decisions add to a shipped model: weights and a bias, in nats of log-odds.
 * Immutable and threadsafe; 4 MB.
 */
public final class Correction {

  /** Places that features are hashed to. */
  public static final int DIMENSIONS = 1 << 20;

  private static final float[] ZEROS = new float[DIMENSIONS];

  private final String prior;
  private final long number;
  private final float[] weights;
  private final double bias;

  Correction(String prior, long number, float[] weights, double bias) {
    this.prior = prior;
    this.number = number;
    this.weights = weights;
    this.bias = bias;
  }

  /** Of examples that teach nothing. */
  static Correction none(String prior, long number) {
    return new Correction(prior, number, ZEROS, 0);
  }

  /** Names the corrected model in a decision: the shipped model, and the last example's number. */
  public String version() {
    return prior + "/" + number;
  }

  /** The number of the last example that it knows; 0 before the first. */
  public long number() {
    return number;
  }

  /** What it adds to the log-odds of a text, whose product with its weights is asked for. */
  public double of(ToDoubleFunction<float[]> product) {
    return bias + product.applyAsDouble(weights);
  }

  float weight(int place) {
    return weights[place];
  }

  double bias() {
    return bias;
  }

  /** What it adds to the log-odds of a text with these features. */
  double of(Prior.Vector vector) {
    double sum = bias;
    for (int i = 0; i < vector.places().length; i++) {
      sum += (double) weights[vector.places()[i]] * vector.values()[i];
    }
    return sum;
  }
}
