package io.rejoinder.bench.speed;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rejoinder.bench.report.Machine;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * What was measured.
 *
 * @param date the day, ISO 8601
 * @param machine where
 * @param rates by how much the screens had seen
 * @param canonical texts a second that can be brought into canonical form, and nothing else: the
 *     ceiling
 * @param windowsMb heap that the screens take from the beginning, in MB (10^6 bytes)
 * @param filledMb likewise, once they have seen as many comments as they remember and more
 */
record SpeedFigures(
    String date,
    Machine machine,
    List<Rate> rates,
    double canonical,
    double windowsMb,
    double filledMb) {

  SpeedFigures {
    rates = List.copyOf(rates);
  }

  /**
   * Speed on one core.
   *
   * @param seen comments before
   * @param perSecond comments decided in a second, by batches of 64
   * @param p50 of one comment alone, in ms
   * @param p99 likewise
   */
  record Rate(int seen, double perSecond, double p50, double p99) {

    static Rate of(int seen, Collection<RunResult> results) {
      Statistics single = statistics(results, "single", seen);
      return new Rate(
          seen,
          statistics(results, "batch", seen).getMean(),
          single.getPercentile(50),
          single.getPercentile(99));
    }
  }

  /** Of the benchmark of this name. */
  static Statistics statistics(Collection<RunResult> results, String name, int seen) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + name))
        .filter(result -> result.getParams().getParam("seen").equals(Integer.toString(seen)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " with " + seen + ": not measured"))
        .getPrimaryResult()
        .getStatistics();
  }

  /** The lowest rate as a share of the ceiling. */
  @JsonProperty
  double ofCeiling() {
    return rates.stream().mapToDouble(Rate::perSecond).min().orElse(0) / canonical;
  }

  /** The rate with full windows as a share of that with empty ones. */
  @JsonProperty
  double fullToEmpty() {
    return rates.get(rates.size() - 1).perSecond() / rates.get(0).perSecond();
  }

  /** For people. */
  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            "%-24s %14s %12s %12s%n", "comments seen before", "a second", "p50 ms", "p99 ms"));
    for (Rate rate : rates) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-24d %14.0f %12.3f %12.3f%n",
              rate.seen(),
              rate.perSecond(),
              rate.p50(),
              rate.p99()));
    }
    return table
        .append(
            String.format(
                Locale.ROOT,
                "ceiling (canonical form alone): %.0f a second; share of it: %.3f%n"
                    + "full to empty windows: %.2f%nmemory: %.1f MB from the beginning, %.1f MB filled%n",
                canonical,
                ofCeiling(),
                fullToEmpty(),
                windowsMb,
                filledMb))
        .toString();
  }
}
