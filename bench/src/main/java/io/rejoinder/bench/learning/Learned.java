package io.rejoinder.bench.learning;

import io.rejoinder.bench.report.Machine;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run.
 *
 * @param date the day, ISO 8601
 * @param rejections comments of the new kind that were rejected as spam
 * @param approvals honest comments that were approved
 */
record Learned(
    String date, Machine machine, int rejections, int approvals, Lesson lesson, List<Row> rows) {

  private static final String LINE = "%-28s %6s  %8s %8s  %8s %8s  %8s %8s  %8s %8s%n";

  Learned {
    rows = List.copyOf(rows);
  }

  /** Prints a table, and how long it took to learn. */
  void print(PrintStream out) {
    out.println();
    out.println("of each kind, before and after: taken for spam by the learned model alone; would");
    out.println("be held by all other screens together; held or rejected; taken for toxic");
    out.println();
    out.printf(LINE, "", "", "model", "", "others", "", "stopped", "", "toxic", "");
    String b = "before";
    String a = "after";
    out.printf(LINE, "", "n", b, a, b, a, b, a, b, a);
    rows.forEach(row -> out.printf(LINE, cells(row)));
    out.println();
    out.printf(
        Locale.ROOT,
        "%,d rejections and %,d approvals, %.0f a second, became %,d examples%n",
        rejections,
        approvals,
        lesson.decisionsPerSecond(),
        lesson.examples());
    out.printf(
        Locale.ROOT,
        "from an answer to the first comment that a model screened which knows the decision:"
            + " median %.2f s, p99 %.2f s, at most %.2f s%n",
        lesson.delay().median(),
        lesson.delay().p99(),
        lesson.delay().most());
    lesson.steps().forEach(step -> out.println(line(step)));
  }

  private static Object[] cells(Row row) {
    Shares before = row.before();
    Shares after = row.after();
    Stream<String> shares =
        Stream.of(
                before.model(), after.model(),
                before.others(), after.others(),
                before.stopped(), after.stopped(),
                before.toxic(), after.toxic())
            .map(Learned::percent);
    return Stream.concat(Stream.of(row.kind(), after.count()), shares).toArray();
  }

  private static String line(Step step) {
    return String.format(
        Locale.ROOT,
        "  a model that knew %,d to %,d decisions took %s of %,d for spam",
        step.from(),
        step.to(),
        percent(step.recall()),
        step.count());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** Writes everything as JSON. */
  void writeJson(Path file) {
    JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file, this);
  }
}
