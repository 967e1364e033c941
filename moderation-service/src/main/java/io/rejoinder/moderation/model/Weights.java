package io.rejoinder.moderation.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The weights of a trained model, in whole steps of a 127th of the greatest: a byte each, so that
 * sums are exact. Of a million places 2 to 3 % have a weight: a bit says whether a place has one,
 * and only those are kept, so that a model stays near the processor (0.3 MB). Immutable.
 */
final class Weights {

  private static final int MOST = Byte.MAX_VALUE;

  private static final int PLACE_BITS = 5;

  /** For 32 places: below, which of them have a weight; above, how many before them have one. */
  private final long[] index;

  /** Of the places that have one, in their order, and one more. */
  private final byte[] steps;

  private final float step;
  private final float bias;

  /** Of the steps of all places. */
  private Weights(byte[] all, float step, float bias) {
    this.index = new long[all.length >> PLACE_BITS];
    this.step = step;
    this.bias = bias;
    byte[] kept = new byte[all.length + 1];
    int count = 0;
    for (int place = 0; place < all.length; place++) {
      if (place % Integer.SIZE == 0) {
        index[place >> PLACE_BITS] = (long) count << Integer.SIZE;
      }
      if (all[place] != 0) {
        index[place >> PLACE_BITS] |= 1L << (place % Integer.SIZE);
        kept[count++] = all[place];
      }
    }
    this.steps = Arrays.copyOf(kept, count + 1);
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
    long entry = index[place >> PLACE_BITS];
    int bits = (int) entry;
    int below = bits & ((1 << place) - 1);
    // Without a branch, which would be guessed wrong every other time.
    int any = (bits >>> place) & 1;
    return steps[(int) (entry >>> Integer.SIZE) + Integer.bitCount(below)] * any;
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
    byte[] all = new byte[index.length << PLACE_BITS];
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
