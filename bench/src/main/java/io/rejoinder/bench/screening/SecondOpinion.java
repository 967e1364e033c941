package io.rejoinder.bench.screening;

import io.rejoinder.moderation.model.Linear;
import io.rejoinder.moderation.model.LogisticRegression;
import io.rejoinder.moderation.model.SparseVector;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The learned model with a second opinion: a logistic regression on the text's embedding. How much
 * either counts is learned from what both say of training texts that were set aside by turns, as
 * whole files where there are several; so the sum is calibrated.
 */
final class SecondOpinion implements Model {

  private static final int FOLDS = 5;
  private static final long SEED = 1;

  /** An error's cost. Cross-validation in training texts mostly chose 3 to 10 (bge). */
  private static final double COST = 10;

  /** Of two weights only: their penalty shall not matter. */
  private static final double COST_OF_BOTH = 100;

  /** Keeps the logarithm of the odds finite. */
  private static final double CERTAIN = 1e-9;

  private final Model first;
  private final Model second;
  private final Linear both;

  private SecondOpinion(Model first, Model second, Linear both) {
    this.first = first;
    this.second = second;
    this.both = both;
  }

  /** How it is trained: the first opinion in its own way, the second on these vectors. */
  static Training training(Training first, Embedding embedding) {
    Training second = texts -> onVectors(texts, embedding);
    return texts -> {
      Linear both = both(texts, first, second);
      return new SecondOpinion(first.of(texts), second.of(texts), both);
    };
  }

  @Override
  public double probability(String text) {
    return sigmoid(both.score(opinions(first, second, text)));
  }

  private static Linear both(List<Labelled> texts, Training first, Training second) {
    List<SparseVector> opinions = new ArrayList<>();
    List<Labelled> asked = new ArrayList<>();
    for (Split split : setAside(texts)) {
      Model one = first.of(split.training());
      Model other = second.of(split.training());
      split.tested().forEach(text -> opinions.add(opinions(one, other, text.text())));
      asked.addAll(split.tested());
    }
    return LogisticRegression.fit(opinions, labels(asked), COST_OF_BOTH, 2);
  }

  private static List<Split> setAside(List<Labelled> texts) {
    boolean oneFile = texts.stream().map(Labelled::file).distinct().count() == 1;
    return oneFile ? Split.folds(texts, FOLDS, SEED) : Split.leaveOneOut(texts);
  }

  private static SparseVector opinions(Model first, Model second, String text) {
    return vector(
        new float[] {(float) odds(first.probability(text)), (float) odds(second.probability(text))},
        new float[2]);
  }

  private static Model onVectors(List<Labelled> texts, Embedding embedding) {
    List<float[]> vectors = texts.stream().map(one -> embedding.of(one.text())).toList();
    float[] mean = mean(vectors);
    Linear linear =
        LogisticRegression.fit(
            vectors.stream().map(one -> vector(one, mean)).toList(),
            labels(texts),
            COST,
            mean.length);
    return text -> sigmoid(linear.score(vector(embedding.of(text), mean)));
  }

  private static float[] mean(List<float[]> vectors) {
    float[] mean = new float[vectors.get(0).length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / vectors.size();
      }
    }
    return mean;
  }

  private static SparseVector vector(float[] values, float[] mean) {
    TreeMap<Integer, Float> places = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      places.put(i, values[i] - mean[i]);
    }
    return SparseVector.of(places);
  }

  private static boolean[] labels(List<Labelled> texts) {
    boolean[] labels = new boolean[texts.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = texts.get(i).positive();
    }
    return labels;
  }

  private static double sigmoid(double score) {
    return 1 / (1 + Math.exp(-score));
  }

  private static double odds(double probability) {
    double p = Math.min(1 - CERTAIN, Math.max(CERTAIN, probability));
    return Math.log(p / (1 - p));
  }
}
