package io.rejoinder.bench.screening;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures of an evaluation beside those of another, as a table for people. */
final class ScreeningTable {

  private final Evaluation ours;
  private final Evaluation other;
  private final String otherName;

  ScreeningTable(Evaluation ours, Evaluation other, String otherName) {
    this.ours = ours;
    this.other = other;
    this.otherName = "  " + otherName;
  }

  /** One line for each file and model, ours above the other, and one for all together. */
  String text() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            "%-24s %-8s %6s %6s %6s %6s %6s %7s %7s %6s %6s %6s %6s%n",
            "file", "model", "n", "prec", "recall", "f1", "mcc", "auc", "fpr@95", "r@0.1", "r@0.5",
            "r@1", "ece"));
    ours.plain()
        .forEach(
            (key, scored) -> {
              line(table, key.file(), key.model(), scored);
              List<Scored> theirs = other.plain().getOrDefault(key, List.of());
              if (!theirs.isEmpty()) {
                line(table, otherName, key.model(), theirs);
              }
            });
    for (String model : List.of(Evaluation.OWN, Evaluation.POOLED)) {
      List<Scored> all = ours.all(model);
      if (!all.isEmpty()) {
        line(table, "overall", model, all);
        intervals(table, Bootstrap.intervals(all));
        line(table, otherName, model, other.all(model));
        table.append("  better by, 95 of 100 draws:\n");
        intervals(table, Bootstrap.differences(all, other.all(model)));
      }
    }
    ours.disguised().forEach((key, under) -> addDisguised(table, key, under));
    return table.toString();
  }

  private void addDisguised(
      StringBuilder table, Evaluation.Key key, Map<String, List<Scored>> under) {
    List<Scored> plain = ours.plain().getOrDefault(key, List.of());
    table.append(
        String.format(
            Locale.ROOT,
            "%s, %s: recall %.3f, of ham taken for spam %.4f; disguised:%n",
            key.file(),
            key.model(),
            Figures.recall(plain),
            Figures.falsePositiveRate(plain)));
    under.forEach(
        (name, scored) -> {
          boolean spam = scored.stream().anyMatch(Scored::positive);
          table.append(
              String.format(
                  Locale.ROOT,
                  "  %-14s %s %.4f%n",
                  name,
                  spam ? "recall" : "ham taken for spam",
                  spam ? Figures.recall(scored) : Figures.falsePositiveRate(scored)));
        });
  }

  private static void intervals(StringBuilder table, Map<String, double[]> ends) {
    ends.forEach(
        (name, two) ->
            table.append(
                String.format(Locale.ROOT, "  %-22s %.3f to %.3f%n", name, two[0], two[1])));
  }

  private static void line(StringBuilder table, String file, String model, List<Scored> scored) {
    Map<String, Double> figures = Figures.of(scored);
    table.append(String.format("%-24s %-8s %6d", file, model, scored.size()));
    figures.values().forEach(value -> table.append(String.format(Locale.ROOT, " %6.3f", value)));
    table.append('\n');
  }
}
