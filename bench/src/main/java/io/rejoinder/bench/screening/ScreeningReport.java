package io.rejoinder.bench.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures of an evaluation beside those of another, as a tree for JSON. */
final class ScreeningReport {

  private static final String RATE = "recall_at_fpr_";

  private final Evaluation ours;
  private final Evaluation other;
  private final String otherName;

  ScreeningReport(Evaluation ours, Evaluation other, String otherName) {
    this.ours = ours;
    this.other = other;
    this.otherName = otherName;
  }

  /** {@code files} and {@code overall}; figures that a class is missing for are null. */
  Map<String, @Nullable Object> tree() {
    List<Map<String, @Nullable Object>> files = new ArrayList<>();
    ours.plain().forEach((key, scored) -> files.add(file(key, scored)));
    Map<String, @Nullable Object> overall = new LinkedHashMap<>();
    overall(Evaluation.OWN).ifPresent(tree -> overall.putAll(tree));
    overall(Evaluation.POOLED).ifPresent(tree -> overall.put(Evaluation.POOLED, tree));
    if (overall.size() == 1) {
      overall(Evaluation.POOLED).ifPresent(overall::putAll);
    }
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("files", files);
    tree.put("overall", overall);
    return tree;
  }

  private Map<String, @Nullable Object> file(Evaluation.Key key, List<Scored> scored) {
    Map<String, @Nullable Object> file = new LinkedHashMap<>();
    file.put("file", key.file() + ".csv");
    file.put("model", key.model());
    file.putAll(figures(scored));
    Map<String, List<Scored>> disguised = ours.disguised().get(key);
    if (disguised != null) {
      file.put("disguised", disguised(disguised));
    }
    List<Scored> theirs = other.plain().get(key);
    if (theirs != null) {
      file.put(otherName, compared(scored, theirs));
    }
    return file;
  }

  private Optional<Map<String, @Nullable Object>> overall(String model) {
    List<Scored> scored = ours.all(model);
    if (scored.isEmpty()) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> tree = figures(scored);
    tree.put("model", model);
    Map<String, List<Scored>> disguised = new LinkedHashMap<>();
    ours.disguised()
        .forEach(
            (key, under) -> {
              if (key.model().equals(model)) {
                under.forEach(
                    (name, more) ->
                        disguised.computeIfAbsent(name, n -> new ArrayList<>()).addAll(more));
              }
            });
    if (!disguised.isEmpty()) {
      tree.put("disguised", disguised(disguised));
    }
    tree.put(otherName, compared(scored, other.all(model)));
    return Optional.of(tree);
  }

  private static Map<String, @Nullable Object> figures(List<Scored> scored) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("n", scored.size());
    nested(Figures.of(scored), tree);
    Map<String, Object> intervals = new LinkedHashMap<>();
    Bootstrap.intervals(scored).forEach((name, ends) -> intervals.put(name, ends(ends)));
    tree.put("intervals", intervals);
    return tree;
  }

  private static List<@Nullable Double> ends(double[] ends) {
    return Arrays.asList(finite(ends[0]), finite(ends[1]));
  }

  private static void nested(Map<String, Double> figures, Map<String, @Nullable Object> tree) {
    Map<String, @Nullable Double> recallAt = new LinkedHashMap<>();
    figures.forEach(
        (name, value) -> {
          if (name.startsWith(RATE)) {
            recallAt.put(name.substring(RATE.length()), finite(value));
          } else {
            tree.put(name, finite(value));
          }
        });
    tree.put("recall_at_fpr", recallAt);
  }

  /** JSON knows no NaN. */
  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? (Double) value : null;
  }

  private static Map<String, @Nullable Object> disguised(Map<String, List<Scored>> under) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    under.forEach(
        (name, scored) -> {
          boolean spam = scored.stream().anyMatch(Scored::positive);
          Map<String, @Nullable Double> two = new LinkedHashMap<>();
          two.put("recall", spam ? finite(Figures.recall(scored)) : null);
          two.put("ham_fpr", spam ? null : finite(Figures.falsePositiveRate(scored)));
          tree.put(name, two);
        });
    return tree;
  }

  private static Map<String, @Nullable Object> compared(List<Scored> scored, List<Scored> theirs) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    nested(Figures.of(theirs), tree);
    Map<String, Object> differences = new LinkedHashMap<>();
    Bootstrap.differences(scored, theirs)
        .forEach((name, ends) -> differences.put(name, ends(ends)));
    tree.put("better_by", differences);
    return tree;
  }
}
