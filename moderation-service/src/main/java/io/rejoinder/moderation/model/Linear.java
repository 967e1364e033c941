package io.rejoinder.moderation.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Weights and a bias. Immutable. */
public final class Linear {

  private static final int STEPS = Byte.MAX_VALUE;

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

  /** Its weights in steps of a 127th of the greatest: what a byte each can hold. */
  Linear inSteps() {
    float step = step();
    float[] rounded = new float[weights.length];
    for (int i = 0; i < rounded.length && step > 0; i++) {
      rounded[i] = Math.round(weights[i] / step) * step;
    }
    return new Linear(rounded, bias);
  }

  private float step() {
    float greatest = 0;
    for (float weight : weights) {
      greatest = Math.max(greatest, Math.abs(weight));
    }
    return greatest / STEPS;
  }

  /** What these features add to the score. */
  double sum(Features features, Profile profile) {
    return features.dot(profile, weights);
  }

  /** The logarithm of the odds, not calibrated. */
  double score(Features features, Profile profile) {
    return features.dot(profile, weights) + bias;
  }

  /** Above 0 for what is rather positive: the logarithm of the odds, not calibrated. */
  public double score(SparseVector x) {
    return x.dot(weights) + bias;
  }

  /** Writes what is {@linkplain #inSteps in steps}. */
  void write(DataOutput out) throws IOException {
    float step = step();
    byte[] steps = new byte[weights.length];
    for (int i = 0; i < steps.length && step > 0; i++) {
      steps[i] = (byte) Math.round(weights[i] / step);
    }
    out.writeFloat(bias);
    out.writeFloat(step);
    out.writeInt(steps.length);
    out.write(steps);
  }

  /** Reads what was written. */
  static Linear read(DataInput in) throws IOException {
    float bias = in.readFloat();
    float step = in.readFloat();
    byte[] steps = new byte[in.readInt()];
    in.readFully(steps);
    float[] weights = new float[steps.length];
    for (int i = 0; i < steps.length; i++) {
      weights[i] = steps[i] * step;
    }
    return new Linear(weights, bias);
  }
}
