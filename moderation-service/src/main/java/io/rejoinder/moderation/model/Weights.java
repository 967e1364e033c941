package io.rejoinder.moderation.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The weights of a trained model, in whole steps of a 127th of the greatest: a byte each, so that a
 * megabyte of them stays near the processor, and sums are exact. Immutable.
 */
final class Weights {

  private static final int MOST = Byte.MAX_VALUE;

  private final byte[] steps;
  private final float step;
  private final float bias;

  private Weights(byte[] steps, float step, float bias) {
    this.steps = steps;
    this.step = step;
    this.bias = bias;
  }

  /** Rounds weights to steps. */
  static Weights of(float[] weights, float bias) {
    float greatest = 0;
    for (float weight : weights) {
      greatest = Math.max(greatest, Math.abs(weight));
    }
    float step = greatest / MOST;
    byte[] steps = new byte[weights.length];
    for (int i = 0; i < steps.length && step > 0; i++) {
      steps[i] = (byte) Math.round(weights[i] / step);
    }
    return new Weights(steps, step, bias);
  }

  /** How many steps the weight at a place has. */
  int at(int place) {
    return steps[place];
  }

  /** What a step weighs. */
  float step() {
    return step;
  }

  float bias() {
    return bias;
  }

  void write(DataOutput out) throws IOException {
    out.writeFloat(bias);
    out.writeFloat(step);
    out.writeInt(steps.length);
    out.write(steps);
  }

  static Weights read(DataInput in) throws IOException {
    float bias = in.readFloat();
    float step = in.readFloat();
    int length = in.readInt();
    if (length != Features.DIMENSIONS) {
      throw new IOException("%d weights (expected: %d)".formatted(length, Features.DIMENSIONS));
    }
    byte[] steps = new byte[length];
    in.readFully(steps);
    return new Weights(steps, step, bias);
  }
}
