package io.rejoinder.moderation.model;

import io.rejoinder.moderation.link.LinkFinder;
import io.rejoinder.moderation.text.Canonical;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Learns a model from labelled texts: logistic regression over features that are weighted by how
 * differently the labels use them (Wang and Manning, “Baselines and bigrams”, 2012), with the
 * profile and the calibration found on texts that were set aside by turns. Those are whole sources
 * where there are several, as the next text comes from none of them, and else folds. Deterministic.
 */
public final class Training {

  /** An error's cost. Anything from 1 to 100 gives nearly the same. */
  private static final double COST = 10;

  /** Added to each count, so that what one label never uses is not proof of the other. */
  private static final double SMOOTHING = 1;

  private static final int FOLDS = 5;

  private final List<Example> examples;
  private final boolean[] positive;
  private final List<String> texts;
  private final List<List<String>> words;
  private final Vocabulary vocabulary;
  private final int[] groups;
  private final @Nullable WordVectors vectors;

  private Training(
      List<Example> examples, @Nullable Vocabulary shared, @Nullable WordVectors vectors) {
    this.examples = List.copyOf(examples);
    positive = new boolean[examples.size()];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = examples.get(i).positive();
    }
    texts = examples.stream().map(example -> Markup.textOf(example.text())).toList();
    vocabulary = shared == null ? Vocabulary.of(texts.stream().map(Wording::of).toList()) : shared;
    words = texts.stream().map(text -> Wording.of(Canonical.of(text), vocabulary)).toList();
    groups = groups();
    this.vectors = vectors;
  }

  /**
   * The model of these examples.
   *
   * @throws IllegalArgumentException where a label has fewer than ten
   */
  public static TextModel of(List<Example> examples) {
    return trained(examples, null, null);
  }

  /**
   * The model of these examples, which reads texts as the other one does.
   *
   * @throws IllegalArgumentException where a label has fewer than ten
   */
  public static TextModel of(List<Example> examples, TextModel other) {
    return trained(examples, other.vocabulary(), null);
  }

  /** The same, with what words mean beside what the examples say of them. */
  public static TextModel of(List<Example> examples, WordVectors vectors) {
    return trained(examples, null, vectors);
  }

  /** The same, reading texts as the other one does. */
  public static TextModel of(List<Example> examples, WordVectors vectors, TextModel other) {
    return trained(examples, other.vocabulary(), vectors);
  }

  private static TextModel trained(
      List<Example> examples, @Nullable Vocabulary vocabulary, @Nullable WordVectors vectors) {
    long positives = examples.stream().filter(Example::positive).count();
    if (Math.min(positives, examples.size() - positives) < 2 * FOLDS) {
      throw new IllegalArgumentException(
          "%d positive and %d negative examples (expected: at least %d of each)"
              .formatted(positives, examples.size() - positives, 2 * FOLDS));
    }
    return new Training(examples, vocabulary, vectors).best();
  }

  private TextModel best() {
    double least = Double.MAX_VALUE;
    Profile chosen = Profile.EVEN;
    double[] unseen = {};
    for (Profile profile : Profile.values()) {
      double[] scores = unseenScores(vectors(profile));
      double loss = Calibration.fit(scores, positive).loss(scores, positive);
      if (loss < least) {
        least = loss;
        chosen = profile;
        unseen = scores;
      }
    }
    Weights weights = fit(vectors(chosen), -1).inSteps();
    Stacked stacked = vectors == null ? Stacked.alone(unseen) : stacked(unseen, vectors);
    Calibration calibration = Calibration.fit(stacked.scores(), positive);
    Curve curve = calibration.curve(stacked.scores(), positive);
    return new TextModel(chosen, vocabulary, weights, stacked.meaning(), calibration, curve);
  }

  private Stacked stacked(double[] unseen, WordVectors meanings) {
    List<int[]> pieces = texts.stream().map(text -> meanings.of(text, vocabulary)).toList();
    return Stacked.of(unseen, new MeaningTraining(meanings, pieces, positive, groups), positive);
  }

  private List<SparseVector> vectors(Profile profile) {
    List<SparseVector> vectors = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      int links = LinkFinder.in(texts.get(i)).size();
      vectors.add(Features.of(texts.get(i), words.get(i), links).vector(profile));
    }
    return vectors;
  }

  /** Of each text by a model of the other groups. */
  private double[] unseenScores(List<SparseVector> vectors) {
    double[] scores = new double[positive.length];
    int last = 0;
    for (int group : groups) {
      last = Math.max(last, group);
    }
    for (int group = 0; group <= last; group++) {
      Linear linear = fit(vectors, group);
      for (int i = 0; i < scores.length; i++) {
        if (groups[i] == group) {
          scores[i] = linear.score(vectors.get(i));
        }
      }
    }
    return scores;
  }

  /** Of all groups but this one. */
  private Linear fit(List<SparseVector> vectors, int without) {
    List<SparseVector> kept = new ArrayList<>();
    boolean[] labels = new boolean[positive.length];
    for (int i = 0; i < positive.length; i++) {
      if (groups[i] != without) {
        labels[kept.size()] = positive[i];
        kept.add(vectors.get(i));
      }
    }
    boolean[] keptLabels = Arrays.copyOf(labels, kept.size());
    float[] telling = telling(kept, keptLabels);
    List<SparseVector> scaled = kept.stream().map(vector -> vector.scaled(telling)).toList();
    return LogisticRegression.fit(scaled, keptLabels, COST, Features.DIMENSIONS).unscaled(telling);
  }

  /** By feature, how much more one label uses it than the other: a logarithm, without its sign. */
  private static float[] telling(List<SparseVector> vectors, boolean[] labels) {
    float[] inPositive = new float[Features.DIMENSIONS];
    float[] inNegative = new float[Features.DIMENSIONS];
    double positives = 2 * SMOOTHING;
    double negatives = 2 * SMOOTHING;
    for (int i = 0; i < labels.length; i++) {
      positives += labels[i] ? 1 : 0;
      negatives += labels[i] ? 0 : 1;
      vectors.get(i).count(labels[i] ? inPositive : inNegative);
    }
    float[] telling = new float[Features.DIMENSIONS];
    for (int i = 0; i < telling.length; i++) {
      if (inPositive[i] + inNegative[i] > 0) {
        double one = (inPositive[i] + SMOOTHING) / positives;
        double other = (inNegative[i] + SMOOTHING) / negatives;
        telling[i] = (float) Math.abs(StrictMath.log(one / other));
      }
    }
    return telling;
  }

  private int[] groups() {
    Map<String, Integer> sources = new LinkedHashMap<>();
    examples.forEach(example -> sources.putIfAbsent(example.source(), sources.size()));
    int[] found = new int[examples.size()];
    if (sources.size() > 1) {
      for (int i = 0; i < found.length; i++) {
        found[i] = sources.getOrDefault(examples.get(i).source(), 0);
      }
      return found;
    }
    // Equal texts in one fold, each label spread evenly.
    Map<String, Integer> folds = new LinkedHashMap<>();
    int[] next = new int[2];
    for (int i = 0; i < found.length; i++) {
      int label = positive[i] ? 1 : 0;
      String text = texts.get(i).strip().toLowerCase(Locale.ROOT);
      found[i] = folds.computeIfAbsent(text, t -> next[label]++ % FOLDS);
    }
    return found;
  }
}
