package io.rejoinder.moderation.quality;

/**
 * How far the last week is from the four before it: the population stability index over some kinds
 * of comments. Below 0.1 counts as stable, above 0.25 as another population (Siddiqi, “Credit Risk
 * Scorecards”, 2006).
 */
final class Drift {

  static final int RECENT_DAYS = 7;
  static final long NEEDED = 100;

  /** Keeps a kind that did not occur finite. */
  private static final double SMOOTHING = 0.5;

  /** 95 % quantiles of the chi-squared distribution with 1 to 9 degrees of freedom. */
  private static final double[] CHI_SQUARED = {
    3.841, 5.991, 7.815, 9.488, 11.070, 12.592, 14.067, 15.507, 16.919
  };

  private final double[] recent;
  private final double[] before;
  private long recentCases;
  private long earlierCases;

  /** A drift over so many kinds, 10 at most. */
  Drift(int kinds) {
    recent = new double[kinds];
    before = new double[kinds];
  }

  /**
   * Counts comments of a kind.
   *
   * @param kind from 0; -1 for one that is not known
   * @param age of the decision, in days
   */
  void take(int kind, long age, double comments) {
    if (kind < 0) {
      return;
    }
    if (age < RECENT_DAYS) {
      recent[kind] += comments;
      recentCases++;
    } else {
      before[kind] += comments;
      earlierCases++;
    }
  }

  /** The index, and what chance makes of it (Yurdakul, “Statistical Properties of PSI”, 2018). */
  Deviation index() {
    long fewer = Math.min(recentCases, earlierCases);
    if (fewer < NEEDED) {
      return Deviation.tooFew(fewer, NEEDED);
    }
    double index = 0;
    int kinds = 0;
    double all = sum(recent);
    double allBefore = sum(before);
    for (int kind = 0; kind < recent.length; kind++) {
      if (recent[kind] + before[kind] > 0) {
        kinds++;
        double now = (recent[kind] + SMOOTHING) / all;
        double then = (before[kind] + SMOOTHING) / allBefore;
        index += (now - then) * StrictMath.log(now / then);
      }
    }
    double chance =
        kinds < 2 ? 0 : CHI_SQUARED[kinds - 2] * (1.0 / recentCases + 1.0 / earlierCases);
    return new Deviation(index, chance, fewer, NEEDED);
  }

  private static double sum(double[] counts) {
    double sum = 0;
    for (double count : counts) {
      sum += count == 0 ? 0 : count + SMOOTHING;
    }
    return sum;
  }
}
