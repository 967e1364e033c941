package io.rejoinder.moderation.statistics;

import io.rejoinder.moderation.index.Survey;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Figures as a table (RFC 4180): a line for each part of the period, then one for each other
 * figure.
 */
final class Csv {

  private static final String END = "\r\n";

  private Csv() {}

  static String of(Figures figures) {
    Stream<String> parts =
        figures.parts().stream()
            .map(
                (Survey.Counts one) ->
                    line("part", one.from(), one.approved(), one.held(), one.rejected()));
    Survey.Waited time = figures.decisionTime();
    Stream<String> times =
        Stream.of(
            line("decision-time", "n", time.n(), "", ""),
            line("decision-time", "p50-seconds", blank(time.p50()), "", ""),
            line("decision-time", "p90-seconds", blank(time.p90()), "", ""),
            line("backlog", "count", figures.backlog().count(), "", ""),
            line("backlog", "oldest-seconds", blank(figures.backlog().oldest()), "", ""));
    Stream<String> deciders =
        figures.deciders().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> line("decider", one.getKey(), one.getValue(), "", ""));
    return Stream.of(
            Stream.of("what,name,approved-or-value,held,rejected"),
            parts,
            times,
            deciders,
            top("reason", figures.reasons()),
            top("domain", figures.domains()),
            top("campaign", figures.campaigns()))
        .flatMap(lines -> lines)
        .collect(Collectors.joining(END, "", END));
  }

  private static Stream<String> top(String what, List<Figures.Top> all) {
    return all.stream().map(one -> line(what, one.name(), one.count(), "", ""));
  }

  private static Object blank(@Nullable Long value) {
    return value == null ? "" : value;
  }

  private static String line(Object... cells) {
    return Stream.of(cells)
        .map(cell -> cell(String.valueOf(cell)))
        .collect(Collectors.joining(","));
  }

  /**
   * A cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV
   * injection).
   */
  private static String cell(String text) {
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
