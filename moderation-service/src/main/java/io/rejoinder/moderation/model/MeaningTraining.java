package io.rejoinder.moderation.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Learns from labelled texts what their pieces mean. Deterministic. */
final class MeaningTraining {

  /**
   * An error's cost. From 0.8 to 3.3, the means of F1 over the folds of four seeds
   * (surge-ai/toxicity) were within 0.005 of each other.
   */
  private static final double COST = 1.7;

  /** How far the loudest pieces drown the others. Half and twice of it changed F1 by 0.003. */
  private static final double LOUDNESS = 8;

  private final WordVectors vectors;
  private final List<int[]> texts;
  private final boolean[] positive;
  private final int[] groups;

  /** Of texts as their pieces, each with its label and the group with which it is set aside. */
  MeaningTraining(WordVectors vectors, List<int[]> texts, boolean[] positive, int[] groups) {
    this.vectors = vectors;
    this.texts = texts;
    this.positive = positive;
    this.groups = groups;
  }

  /** What each text says by a model of the other groups. */
  double[] unseenScores() {
    double[] scores = new double[positive.length];
    for (int group : Arrays.stream(groups).distinct().sorted().toArray()) {
      Fitted fitted = fit(group);
      for (int i = 0; i < scores.length; i++) {
        if (groups[i] == group) {
          scores[i] = dot(fitted.weights(), features(texts.get(i), fitted.loud())) + fitted.bias();
        }
      }
    }
    return scores;
  }

  /** The model of all texts, in units of a linear model that it counts so much beside. */
  Meaning meaning(double factor) {
    Fitted fitted = fit(-1);
    float[] among = new float[vectors.dimensions()];
    float[] heard = new float[vectors.dimensions()];
    for (int i = 0; i < among.length; i++) {
      among[i] = (float) (factor * fitted.weights()[i]);
      heard[i] = (float) (factor * fitted.weights()[among.length + i]);
    }
    float[][] weights = {among, fitted.loud(), heard};
    return new Meaning(vectors, weights, factor * fitted.bias());
  }

  private Fitted fit(int without) {
    double[] first = regression(without, null).weights();
    double length = Math.sqrt(dot(first, first));
    float[] loud = new float[first.length];
    for (int i = 0; i < loud.length; i++) {
      loud[i] = (float) (first[i] * LOUDNESS / length);
    }
    return regression(without, loud);
  }

  private Fitted regression(int without, float @Nullable [] loud) {
    List<double[]> kept = new ArrayList<>();
    boolean[] labels = new boolean[positive.length];
    for (int i = 0; i < positive.length; i++) {
      if (groups[i] != without) {
        labels[kept.size()] = positive[i];
        kept.add(features(texts.get(i), loud));
      }
    }
    double[] mean = mean(kept);
    List<SparseVector> centred = kept.stream().map(one -> minus(one, mean)).toList();
    boolean[] keptLabels = Arrays.copyOf(labels, kept.size());
    Linear linear = LogisticRegression.fit(centred, keptLabels, COST, mean.length);
    return new Fitted(
        loud == null ? new float[0] : loud,
        linear.weights(),
        linear.bias() - dot(linear.weights(), mean));
  }

  /** The sum of all pieces by the root of their number and, if known, their mean by loudness. */
  private double[] features(int[] pieces, float @Nullable [] loud) {
    int dimensions = vectors.dimensions();
    double[] features = new double[loud == null ? dimensions : 2 * dimensions];
    for (int piece : pieces) {
      vectors.addTo(features, 0, piece, 1 / Math.sqrt(pieces.length));
    }
    if (loud != null) {
      double[] loudness = new double[pieces.length];
      double all = 0;
      for (int i = 0; i < pieces.length; i++) {
        loudness[i] = StrictMath.exp(vectors.dot(pieces[i], loud));
        all += loudness[i];
      }
      for (int i = 0; i < pieces.length; i++) {
        vectors.addTo(features, dimensions, pieces[i], loudness[i] / all);
      }
    }
    return features;
  }

  private static double[] mean(List<double[]> rows) {
    double[] mean = new double[rows.get(0).length];
    for (double[] row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i] / rows.size();
      }
    }
    return mean;
  }

  private static SparseVector minus(double[] row, double[] mean) {
    float[] values = new float[row.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (row[i] - mean[i]);
    }
    return SparseVector.dense(values);
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
  private record Fitted(float[] loud, double[] weights, double bias) {}
}
