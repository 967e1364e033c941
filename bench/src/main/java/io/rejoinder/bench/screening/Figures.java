package io.rejoinder.bench.screening;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What scored texts say of a model. Positive is what has a probability of at least 0.5. */
final class Figures {

  /** False positive rates at which recall is told. */
  static final List<Double> RATES = List.of(0.001, 0.005, 0.01);

  private static final double RECALL = 0.95;
  private static final double THRESHOLD = 0.5;

  /** Of equal mass, for the calibration error. */
  private static final int BINS = 10;

  private final List<Scored> falling;
  private final int positives;
  private final int negatives;
  private int truePositives;
  private int falsePositives;

  private Figures(List<Scored> scored) {
    falling =
        scored.stream().sorted(Comparator.comparingDouble(Scored::probability).reversed()).toList();
    positives = (int) scored.stream().filter(Scored::positive).count();
    negatives = scored.size() - positives;
    for (Scored one : scored) {
      if (one.probability() >= THRESHOLD) {
        truePositives += one.positive() ? 1 : 0;
        falsePositives += one.positive() ? 0 : 1;
      }
    }
  }

  /** All figures by name; NaN where a class is absent. */
  static Map<String, Double> of(List<Scored> scored) {
    Figures figures = new Figures(scored);
    Map<String, Double> all = new LinkedHashMap<>();
    all.put("precision", figures.precision());
    all.put("recall", figures.recall());
    all.put("f1", figures.f1());
    all.put("mcc", figures.mcc());
    all.put("auc", figures.auc());
    all.put("fpr_at_95_recall", figures.falsePositiveRateAt(RECALL));
    RATES.forEach(rate -> all.put("recall_at_fpr_" + rate, figures.recallAt(rate)));
    all.put("ece", figures.calibrationError());
    return all;
  }

  /** The share of positives that were found. */
  static double recall(List<Scored> scored) {
    return new Figures(scored).recall();
  }

  /** The share of negatives that were taken for positives. */
  static double falsePositiveRate(List<Scored> scored) {
    Figures figures = new Figures(scored);
    return (double) figures.falsePositives / figures.negatives;
  }

  private double precision() {
    return (double) truePositives / (truePositives + falsePositives);
  }

  private double recall() {
    return (double) truePositives / positives;
  }

  private double f1() {
    return 2.0 * truePositives / (truePositives + falsePositives + positives);
  }

  /** Matthews' correlation; 0 where one side of the table is empty. */
  private double mcc() {
    double tp = truePositives;
    double fp = falsePositives;
    double fn = positives - tp;
    double tn = negatives - fp;
    double product = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn);
    return product == 0 ? 0 : (tp * tn - fp * fn) / Math.sqrt(product);
  }

  /** The chance that a positive one stands above a negative one; equal ones count half. */
  private double auc() {
    double above = 0;
    int seenPositives = 0;
    for (int at = 0; at < falling.size(); ) {
      int end = endOfEqual(at);
      int positive = positivesIn(at, end);
      int negative = end - at - positive;
      above += negative * (seenPositives + positive / 2.0);
      seenPositives += positive;
      at = end;
    }
    return above / positives / negatives;
  }

  private double recallAt(double rate) {
    int found = 0;
    int wrong = 0;
    int best = 0;
    for (int at = 0; at < falling.size() && wrong <= rate * negatives; ) {
      int end = endOfEqual(at);
      int positive = positivesIn(at, end);
      found += positive;
      wrong += end - at - positive;
      best = wrong <= rate * negatives ? found : best;
      at = end;
    }
    return (double) best / positives;
  }

  private double falsePositiveRateAt(double share) {
    int found = 0;
    int wrong = 0;
    for (int at = 0; at < falling.size() && found < share * positives; ) {
      int end = endOfEqual(at);
      int positive = positivesIn(at, end);
      found += positive;
      wrong += end - at - positive;
      at = end;
    }
    return (double) wrong / negatives;
  }

  private double calibrationError() {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      int from = bin * falling.size() / BINS;
      int to = (bin + 1) * falling.size() / BINS;
      double expected = falling.subList(from, to).stream().mapToDouble(Scored::probability).sum();
      error += Math.abs(expected - positivesIn(from, to));
    }
    return error / falling.size();
  }

  private int endOfEqual(int at) {
    int end = at + 1;
    while (end < falling.size()
        && falling.get(end).probability() == falling.get(at).probability()) {
      end++;
    }
    return end;
  }

  private int positivesIn(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += falling.get(i).positive() ? 1 : 0;
    }
    return count;
  }
}
