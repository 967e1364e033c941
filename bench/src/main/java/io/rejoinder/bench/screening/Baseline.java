package io.rejoinder.bench.screening;

import io.rejoinder.moderation.model.Linear;
import io.rejoinder.moderation.model.LogisticRegression;
import io.rejoinder.moderation.model.SparseVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The strongest simple filter that one can put together from a textbook, to compare with: words and
 * pairs of words beside parts of words of 2 to 5 characters, each as TF-IDF with a sublinear count
 * and unit length, and a logistic regression with cost 10.
 */
final class Baseline {

  private static final Pattern WORD =
      Pattern.compile("\\b\\w\\w+\\b", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int SHORTEST_PART = 2;
  private static final int LONGEST_PART = 5;
  private static final double COST = 10;

  private final Kind words = new Kind(Baseline::words);
  private final Kind parts = new Kind(Baseline::parts);
  private final Linear linear;

  private Baseline(List<Labelled> texts) {
    words.learn(texts, 0);
    parts.learn(texts, words.size());
    boolean[] positive = new boolean[texts.size()];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = texts.get(i).positive();
    }
    linear =
        LogisticRegression.fit(
            texts.stream().map(one -> vector(one.text())).toList(),
            positive,
            COST,
            words.size() + parts.size());
  }

  /** Trains it. */
  static Model of(List<Labelled> texts) {
    Baseline baseline = new Baseline(texts);
    return text -> 1 / (1 + Math.exp(-baseline.linear.score(baseline.vector(text))));
  }

  private SparseVector vector(String text) {
    TreeMap<Integer, Float> places = new TreeMap<>();
    words.addTo(places, text);
    parts.addTo(places, text);
    return SparseVector.of(places);
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> counts = new HashMap<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    String before = null;
    while (matcher.find()) {
      String word = matcher.group();
      counts.merge(word, 1, Integer::sum);
      if (before != null) {
        counts.merge(before + ' ' + word, 1, Integer::sum);
      }
      before = word;
    }
    return counts;
  }

  private static Map<String, Integer> parts(String text) {
    Map<String, Integer> counts = new HashMap<>();
    for (String word : text.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
      String padded = ' ' + word + ' ';
      for (int length = SHORTEST_PART; length <= LONGEST_PART; length++) {
        for (int i = 0; i + length <= padded.length(); i++) {
          counts.merge(padded.substring(i, i + length), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  /** Counts what a text is made of. */
  private interface Analysis {
    Map<String, Integer> of(String text);
  }

  /** One kind of features, with the places and the rarity that were learned. */
  private static final class Kind {

    private final Analysis analysis;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Double> rarity = new ArrayList<>();
    private int first;

    Kind(Analysis analysis) {
      this.analysis = analysis;
    }

    void learn(List<Labelled> texts, int firstPlace) {
      first = firstPlace;
      Map<String, Integer> documents = new TreeMap<>();
      texts.forEach(
          one ->
              analysis.of(one.text()).keySet().forEach(f -> documents.merge(f, 1, Integer::sum)));
      documents.forEach(
          (feature, count) -> {
            places.put(feature, rarity.size());
            rarity.add(Math.log((1.0 + texts.size()) / (1 + count)) + 1);
          });
    }

    int size() {
      return places.size();
    }

    void addTo(Map<Integer, Float> vector, String text) {
      Map<Integer, Double> weights = new TreeMap<>();
      analysis
          .of(text)
          .forEach(
              (feature, count) -> {
                Integer place = places.get(feature);
                if (place != null) {
                  weights.put(place, (1 + Math.log(count)) * rarity.get(place));
                }
              });
      double length = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
      weights.forEach((place, weight) -> vector.put(first + place, (float) (weight / length)));
    }
  }
}
