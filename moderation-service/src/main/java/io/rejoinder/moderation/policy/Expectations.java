package io.rejoinder.moderation.policy;

import io.rejoinder.events.settings.Targets;
import io.rejoinder.events.settings.Thresholds;
import io.rejoinder.moderation.model.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;

/**
 * From targets to thresholds, and what to expect of them. Drawn from curves: of texts that the
 * model had not seen when it weighed them, with one comment in eight spam and one in twenty toxic
 * ({@link Score}).
 *
 * <p>A target is met twice: by what was counted on the curve, and by the calibrated probabilities
 * that stand on it. The threshold is the more careful one of both.
 */
public final class Expectations {

  /** Above every probability: a threshold that nothing reaches. */
  public static final double NEVER = 1.1;

  private final Mixture spam;
  private final Mixture toxicity;

  /** What these curves lead to expect. */
  public Expectations(Curve spam, Curve toxicity) {
    this.spam = new Mixture(spam, Score.SPAM_BEFORE);
    this.toxicity = new Mixture(toxicity, Score.TOXIC_BEFORE);
  }

  /** The lowest thresholds that meet the targets. */
  public Thresholds thresholds(Targets targets) {
    double reject =
        lowest(
            spam, step -> spam.all(step) > 0 && spam.precision(step) >= targets.rejectPrecision());
    double hold = lowest(spam, step -> spam.honest(step) <= targets.honestHeld());
    double toxic =
        targets.toxicHeld() == 0
            ? NEVER
            : lowest(toxicity, step -> toxicity.honest(step) <= targets.toxicHeld());
    return new Thresholds(Math.min(hold, reject), reject, toxic);
  }

  private static double lowest(Mixture mixture, IntPredicate meets) {
    for (int step = 0; step < Curve.STEPS; step++) {
      if (meets.test(step)) {
        return Score.rounded(mixture.probability(step));
      }
    }
    return NEVER;
  }

  /** What each threshold for holding leads to, where another one leads to something else. */
  public List<Point> curve() {
    List<Point> points = new ArrayList<>();
    for (int step = 0; step < Curve.STEPS; step++) {
      if (spam.all(step) > spam.all(step + 1)) {
        points.add(
            new Point(
                Score.rounded(spam.probability(step)),
                spam.all(step),
                spam.honest(step),
                spam.positive(step)));
      }
    }
    return points;
  }

  /**
   * A point of the curve, as shares.
   *
   * @param threshold the probability from which on a comment is held
   * @param caught of all comments, how many are held or rejected
   * @param honestHeld of the honest ones
   * @param spamCaught of the spam
   */
  public record Point(double threshold, double caught, double honestHeld, double spamCaught) {}

  /** What these thresholds lead to, as shares. */
  public Expected expected(Thresholds thresholds) {
    int hold = spam.stepFrom(p -> p >= thresholds.hold());
    int reject = spam.stepFrom(p -> p >= thresholds.reject());
    int toxic = toxicity.stepFrom(p -> p >= thresholds.toxic());
    return new Expected(
        spam.all(hold) - spam.all(reject),
        toxicity.all(toxic),
        spam.all(reject),
        spam.precision(reject),
        spam.honest(hold),
        spam.positive(hold),
        toxicity.positive(toxic));
  }

  /**
   * Shares to expect.
   *
   * @param held of all comments, how many wait as possible spam
   * @param heldAsToxic of all comments, how many wait as possibly toxic
   * @param rejected of all comments, how many are rejected without a person
   * @param rejectPrecision of the rejected ones, how many are spam; 1 where none is rejected
   * @param honestHeld of the honest comments, how many are held or rejected as spam
   * @param spamCaught of the spam, how much is held or rejected
   * @param toxicCaught of the toxic comments, how many are held
   */
  public record Expected(
      double held,
      double heldAsToxic,
      double rejected,
      double rejectPrecision,
      double honestHeld,
      double spamCaught,
      double toxicCaught) {}

  /** A curve's two sides in the proportion that a site is thought to have. */
  private record Mixture(Curve curve, double before) {

    double probability(int step) {
      return Score.probability(before + Curve.weightOf(step));
    }

    /** The first step whose probability is like that; the number of steps where none is. */
    int stepFrom(DoublePredicate like) {
      int step = 0;
      while (step < Curve.STEPS && !like.test(Score.rounded(probability(step)))) {
        step++;
      }
      return step;
    }

    double positive(int from) {
      return curve.positivesFrom(from) / curve.positives();
    }

    private double negative(int from) {
      return curve.negativesFrom(from) / curve.negatives();
    }

    /** Of all comments, the share from this step on. */
    double all(int from) {
      double share = Score.probability(before);
      return share * positive(from) + (1 - share) * negative(from);
    }

    /** What the calibrated probabilities from this step on come to, as a share of all comments. */
    private double expectedPositive(int from) {
      double sum = 0;
      for (int step = from; step < Curve.STEPS; step++) {
        sum += (all(step) - all(step + 1)) * probability(step);
      }
      return sum;
    }

    double precision(int from) {
      double all = all(from);
      if (all == 0) {
        return 1;
      }
      double counted = Score.probability(before) * positive(from) / all;
      return Math.min(counted, expectedPositive(from) / all);
    }

    double honest(int from) {
      double calibrated = (all(from) - expectedPositive(from)) / (1 - Score.probability(before));
      return Math.min(1, Math.max(negative(from), calibrated));
    }
  }
}
