package io.rejoinder.moderation.quality;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A share with its 95 % interval; nothing where too few were judged to say.
 *
 * @param value between 0 and 1
 * @param low where the interval begins
 * @param high where it ends
 * @param n how many judged cases it rests on
 * @param needed how many it takes
 */
record Estimate(
    @Nullable Double value, @Nullable Double low, @Nullable Double high, long n, long needed) {

  /** The 97.5 % quantile of the normal distribution. */
  private static final double Z = 1.959964;

  private static final double TAIL = 0.025;

  static Estimate tooFew(long n, long needed) {
    return new Estimate(null, null, null, n, needed);
  }

  /**
   * Wilson's interval of a plain proportion (Wilson, “Probable inference”, 1927). Where samples of
   * unequal shares are mixed, it is that of as many as they are worth (Kish's effective size).
   */
  static Estimate wilson(Stratum judged, boolean ofBad, long needed) {
    if (judged.judged() < needed) {
      return tooFew(judged.judged(), needed);
    }
    double p = ofBad ? judged.badShare() : 1 - judged.badShare();
    double n = judged.effective();
    double middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    return new Estimate(
        p, Math.max(0, middle - half), Math.min(1, middle + half), judged.judged(), needed);
  }

  /** The median of draws from a posterior, and the middle 95 % of them. */
  static Estimate ofDraws(double[] draws, long n, long needed) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    return new Estimate(
        sorted[last / 2],
        sorted[(int) Math.round(last * TAIL)],
        sorted[(int) Math.round(last * (1 - TAIL))],
        n,
        needed);
  }
}
