package io.rejoinder.moderation.learning;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * A vector in 32 bits for each place: the place above, the code of its value in the lowest 8. Codes
 * are logarithmic, eight to each doubling, from 2^-12 to 2^3.9, with a sign: 4.4 % off at most.
 */
final class Packed {

  /**
   * Places at most, those with the largest values: of an ordinary comment about 60 %, and as good
   * to learn from as all of them (measured).
   */
  static final int MOST = 512;

  private static final int CODE_BITS = 8;
  private static final int CODE = (1 << CODE_BITS) - 1;
  private static final int SIGN = 0x80;
  private static final int LARGEST = 0x7f;
  private static final int OF_ONE = 96;
  private static final int EACH_DOUBLING = 8;
  private static final double LN_2 = StrictMath.log(2);
  private static final float[] VALUES = new float[CODE + 1];

  static {
    for (int code = 0; code <= LARGEST; code++) {
      double value = StrictMath.pow(2, (code - OF_ONE) / (double) EACH_DOUBLING);
      VALUES[code] = (float) value;
      VALUES[code | SIGN] = (float) -value;
    }
  }

  private Packed() {}

  static int[] of(Prior.Reading reading) {
    float[] values = reading.values();
    long[] largestFirst = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      int falling = Integer.MAX_VALUE - Float.floatToIntBits(Math.abs(values[i]));
      largestFirst[i] = (long) falling << Integer.SIZE | i;
    }
    Arrays.sort(largestFirst);
    int[] packed = new int[Math.min(MOST, values.length)];
    for (int i = 0; i < packed.length; i++) {
      int at = (int) largestFirst[i];
      packed[i] = reading.places()[at] << CODE_BITS | code(values[at]);
    }
    Arrays.sort(packed);
    return packed;
  }

  private static int code(float value) {
    double doublings = StrictMath.log(Math.abs(value)) / LN_2;
    long code = Math.round(OF_ONE + EACH_DOUBLING * doublings);
    int bounded = (int) Math.max(0, Math.min(LARGEST, code));
    return value < 0 ? bounded | SIGN : bounded;
  }

  static int place(int packed) {
    return packed >>> CODE_BITS;
  }

  static float value(int packed) {
    return VALUES[packed & CODE];
  }

  static String write(int[] packed) {
    ByteBuffer bytes = ByteBuffer.allocate(packed.length * Integer.BYTES);
    bytes.asIntBuffer().put(packed);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException if it is not Base64 of whole numbers, or a place is too large
   */
  static int[] read(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    int[] packed = new int[bytes.length / Integer.BYTES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(packed);
    for (int one : packed) {
      if (place(one) >= Correction.DIMENSIONS) {
        throw new IllegalArgumentException(
            "place %d (expected: below %d)".formatted(place(one), Correction.DIMENSIONS));
      }
    }
    return packed;
  }
}
