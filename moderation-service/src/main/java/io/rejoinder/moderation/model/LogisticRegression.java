package io.rejoinder.moderation.model;

import java.util.List;
import java.util.Random;

/**
 * Logistic regression with a squared penalty on its weights, by dual coordinate descent (Yu, Huang
 * and Lin, “Dual coordinate descent methods for logistic regression and maximum entropy models”,
 * 2011). The bias is penalised like a weight. Deterministic.
 */
public final class LogisticRegression {

  private static final int MOST_ROUNDS = 100;
  private static final int MOST_STEPS = 30;
  private static final double CLOSE = 1e-6;

  /** Of a dual variable's range: rounds that move less end the descent. */
  private static final double SETTLED = 1e-4;

  /** A step that would leave the range goes this share of the way to its end. */
  private static final double TOWARDS_END = 0.9;

  private static final double FIRST_DUAL = 1e-8;
  private static final long SEED = 1;

  private final List<SparseVector> examples;
  private final boolean[] positive;
  private final double cost;
  private final double[] duals;
  private final double[] weights;
  private double bias;

  private LogisticRegression(
      List<SparseVector> examples, boolean[] positive, double cost, int dimensions) {
    this.examples = examples;
    this.positive = positive;
    this.cost = cost;
    this.duals = new double[positive.length];
    this.weights = new double[dimensions];
  }

  /**
   * The weights that fit the examples.
   *
   * @param examples at least one of each label
   * @param positive their labels
   * @param cost of an example's error against the penalty; above 0
   * @param dimensions above every index
   */
  public static Linear fit(
      List<SparseVector> examples, boolean[] positive, double cost, int dimensions) {
    LogisticRegression regression = new LogisticRegression(examples, positive, cost, dimensions);
    regression.descend();
    return Linear.of(regression.weights, regression.bias);
  }

  private void descend() {
    int[] order = new int[duals.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
      duals[i] = Math.min(FIRST_DUAL, SETTLED * cost);
      move(i, duals[i]);
    }
    Random random = new Random(SEED);
    double most = Double.MAX_VALUE;
    for (int round = 0; round < MOST_ROUNDS && most > SETTLED * cost; round++) {
      shuffle(order, random);
      most = 0;
      for (int i : order) {
        double before = duals[i];
        duals[i] = solved(i);
        move(i, duals[i] - before);
        most = Math.max(most, Math.abs(duals[i] - before));
      }
    }
  }

  /** The best value of one dual variable, the others as they are: Newton's steps. */
  private double solved(int i) {
    SparseVector x = examples.get(i);
    double curvature = x.squaredLength() + 1;
    double margin = sign(i) * (x.dot(weights) + bias);
    double dual = duals[i];
    for (int step = 0; step < MOST_STEPS; step++) {
      double slope = curvature * (dual - duals[i]) + margin + StrictMath.log(dual / (cost - dual));
      if (Math.abs(slope) < CLOSE) {
        break;
      }
      double next = dual - slope / (curvature + cost / (dual * (cost - dual)));
      if (next <= 0) {
        next = dual * (1 - TOWARDS_END);
      } else if (next >= cost) {
        next = cost - (cost - dual) * (1 - TOWARDS_END);
      }
      dual = next;
    }
    return dual;
  }

  private void move(int i, double by) {
    examples.get(i).addTo(weights, by * sign(i));
    bias += by * sign(i);
  }

  private int sign(int i) {
    return positive[i] ? 1 : -1;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
