package io.rejoinder.moderation.model;

/** Weights and a bias. Immutable. */
public final class Linear {

  private final float[] weights;
  private final float bias;

  Linear(float[] weights, float bias) {
    this.weights = weights;
    this.bias = bias;
  }

  static Linear of(double[] weights, double bias) {
    float[] rounded = new float[weights.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) weights[i];
    }
    return new Linear(rounded, (float) bias);
  }

  /** The same for vectors that are not scaled by these factors before. */
  Linear unscaled(float[] factors) {
    float[] unscaled = new float[weights.length];
    for (int i = 0; i < unscaled.length; i++) {
      unscaled[i] = weights[i] * factors[i];
    }
    return new Linear(unscaled, bias);
  }

  /** Its weights in steps, as they are kept. */
  Weights inSteps() {
    return Weights.of(weights, bias);
  }

  double[] weights() {
    double[] copy = new double[weights.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = weights[i];
    }
    return copy;
  }

  double bias() {
    return bias;
  }

  /** Above 0 for what is rather positive: the logarithm of the odds, not calibrated. */
  public double score(SparseVector x) {
    return x.dot(weights) + bias;
  }
}
