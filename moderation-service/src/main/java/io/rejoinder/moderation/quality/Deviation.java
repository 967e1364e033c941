package io.rejoinder.moderation.quality;

import org.jspecify.annotations.Nullable;

/**
 * A figure that is 0 where all is well, and above it by chance alone.
 *
 * @param value the figure; null where there are too few cases
 * @param chance what it stays below in 95 of 100 cases where all is well
 * @param n how many cases it rests on
 * @param needed how many it takes
 */
record Deviation(@Nullable Double value, @Nullable Double chance, long n, long needed) {

  static final double QUANTILE = 0.95;

  static Deviation tooFew(long n, long needed) {
    return new Deviation(null, null, n, needed);
  }
}
