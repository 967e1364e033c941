package io.rejoinder.events;

import java.util.Random;

/** Where generated events take their numbers from: at random, or always one end of the range. */
interface Draw {

  /** A number from {@code min} to {@code max}, both included. */
  long number(long min, long max);

  /** Every number as small, every list as short as can be, nothing optional. */
  static Draw smallest() {
    return (min, max) -> min;
  }

  /** Every number as large, every list as long as can be, everything optional. */
  static Draw largest() {
    return (min, max) -> max;
  }

  /** The same numbers for the same seed. */
  static Draw random(long seed) {
    Random random = new Random(seed);
    return (min, max) -> max == min ? min : random.nextLong(min, max) + random.nextInt(2);
  }

  /** A size or index. */
  default int size(int min, int max) {
    return (int) number(min, max);
  }

  /** One of two. */
  default boolean yes() {
    return number(0, 1) == 1;
  }
}
