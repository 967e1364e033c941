package io.rejoinder.moderation.quality;

import io.rejoinder.events.comment.Status;
import io.rejoinder.moderation.quality.Case.Judged;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether of the comments with a score of 0.3 three in ten are spam: the expected calibration error
 * over bins of equal mass. A rejection for another reason than spam says nothing of it.
 */
final class Reliability {

  static final long NEEDED = 100;

  private static final int BINS = 10;

  /** Enough for a quantile of 95 %. */
  private static final int REPEATS = 200;

  private final List<Point> points = new ArrayList<>();

  void take(Case one) {
    Judged judged = one.judged();
    if (judged == null || !one.measures() || judged.score() == null || !saysWhetherSpam(judged)) {
      return;
    }
    points.add(new Point(judged.score(), judged.verdict() == Status.REJECTED, judged.weight()));
  }

  private static boolean saysWhetherSpam(Judged judged) {
    return !judged.bad() || judged.reason() == null || judged.reason().equals("spam");
  }

  Deviation error() {
    if (points.size() < NEEDED) {
      return Deviation.tooFew(points.size(), NEEDED);
    }
    List<Point> sorted = new ArrayList<>(points);
    // In one order, whatever order the cases came in: sums of floating point depend on it.
    sorted.sort(
        Comparator.comparingDouble(Point::score)
            .thenComparing(Point::spam)
            .thenComparingDouble(Point::weight));
    double[] repeated = new double[REPEATS];
    Draws draws = new Draws();
    for (int i = 0; i < REPEATS; i++) {
      repeated[i] = error(sorted, draws);
    }
    Arrays.sort(repeated);
    double chance = repeated[(int) (REPEATS * Deviation.QUANTILE) - 1];
    return new Deviation(error(sorted, null), chance, points.size(), NEEDED);
  }

  /**
   * The error of these points, or of their scores with labels drawn as if they were calibrated:
   * what chance alone makes of so few (Bröcker and Smith's consistency resampling, 2007).
   */
  private static double error(List<Point> sorted, @Nullable Draws draws) {
    double all = sorted.stream().mapToDouble(Point::weight).sum();
    double sum = 0;
    double seen = 0;
    double excess = 0;
    int bin = 1;
    for (Point point : sorted) {
      boolean spam = draws == null ? point.spam : draws.happens(point.score);
      excess += point.weight * ((spam ? 1 : 0) - point.score);
      seen += point.weight;
      if (seen >= all * bin / BINS) {
        sum += Math.abs(excess);
        excess = 0;
        bin++;
      }
    }
    return (sum + Math.abs(excess)) / all;
  }

  private record Point(double score, boolean spam, double weight) {}
}
