package io.rejoinder.moderation.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The weights of a trained model, in whole steps of a 127th of the greatest: a byte each, so that
 * sums are exact. Of a million places 2 to 3 % have a weight: a bit says whether a place has one,
 * and only those are kept, so that a model stays near the processor (0.2 MB). Immutable.
 */
final class Weights {

  private static final int MOST = Byte.MAX_VALUE;

  private static final int PLACE_BITS = 6;

  /** By place: whether it has a weight. */
  private final long[] present;

  /** How many places before each of these longs have one. */
  private final int[] before;

  /** Of the places that have one, in their order. */
  private final byte[] steps;

  private final float step;
  private final float bias;

  /** Of the steps of all places. */
  private Weights(byte[] all, float step, float bias) {
    this.present = new long[all.length >> PLACE_BITS];
    this.before = new int[present.length];
    this.step = step;
    this.bias = bias;
    byte[] kept = new byte[all.length];
    int count = 0;
    for (int place = 0; place < all.length; place++) {
      if (place % Long.SIZE == 0) {
        before[place >> PLACE_BITS] = count;
      }
      if (all[place] != 0) {
        present[place >> PLACE_BITS] |= 1L << place;
        kept[count++] = all[place];
      }
    }
    this.steps = Arrays.copyOf(kept, count);
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
    int at = place >> PLACE_BITS;
    long bits = present[at];
    long bit = 1L << place;
    return (bits & bit) == 0 ? 0 : steps[before[at] + Long.bitCount(bits & (bit - 1))];
  }

  /** What a step weighs. */
  float step() {
    return step;
  }

  float bias() {
    return bias;
  }

  /** Writes a step for each place. */
  void write(DataOutput out) throws IOException {
    out.writeFloat(bias);
    out.writeFloat(step);
    byte[] all = new byte[present.length << PLACE_BITS];
    for (int place = 0; place < all.length; place++) {
      all[place] = (byte) at(place);
    }
    out.writeInt(all.length);
    out.write(all);
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
