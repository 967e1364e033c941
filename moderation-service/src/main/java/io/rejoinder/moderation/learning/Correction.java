package io.rejoinder.moderation.learning;

import io.rejoinder.moderation.model.Delta;

/**
 * What a site's decisions add to a shipped model: weights and a bias, in nats of log-odds.
 * Immutable and threadsafe; 4 MB.
 */
public final class Correction implements Delta {

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

  /** What it adds for a value of 1 at this place, so that prior and correction are one pass. */
  @Override
  public float weight(int place) {
    return weights[place];
  }

  /** What it adds whatever the text says. */
  @Override
  public double bias() {
    return bias;
  }

  /** What it adds to the log-odds of a text with these features. */
  public double of(int[] places, float[] values) {
    double sum = bias;
    for (int i = 0; i < places.length; i++) {
      sum += (double) weights[places[i]] * values[i];
    }
    return sum;
  }
}
