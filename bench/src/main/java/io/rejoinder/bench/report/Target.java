package io.rejoinder.bench.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What was to be reached.
 *
 * @param id names it in {@code reasons.properties}
 * @param name in words
 * @param unit of both figures, or empty
 * @param bound the figure to reach
 * @param atLeast whether it is a lower bound
 * @param measured the figure that was reached
 * @param counts false where the generator was too slow for the ratio to say anything
 */
public record Target(
    String id,
    String name,
    String unit,
    double bound,
    boolean atLeast,
    double measured,
    boolean counts) {

  private static final int FEW = 32;

  /** Whether it was reached. */
  @JsonProperty
  public boolean met() {
    return atLeast ? measured >= bound : measured <= bound;
  }

  /** By how much it was missed, as a share of the bound; 0 where it was reached. */
  @JsonProperty
  public double missedBy() {
    return met() ? 0 : Math.abs(measured - bound) / bound;
  }

  static List<Target> of(Results results) {
    Posting few = results.postingAt(FEW);
    Ratio acked = Ratio.acked(few);
    Ratio page = Ratio.page(results.page());
    double slowestStart =
        results.start().emptySeconds().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return List.of(
        new Target(
            "posting",
            "202s at 32 connections, of the ceiling with ack",
            "%",
            40,
            true,
            acked.value() * 100,
            acked.counts()),
        atLeast("sustained", "sustained at 32 connections", "comments/s", 2000, few.sustained()),
        new Target(
            "page",
            "GET of a thread, of its ceiling",
            "%",
            50,
            true,
            page.value() * 100,
            page.counts()),
        atMost("live", "POST to stream, p99", "ms", 100, results.live().toEvent().p99()),
        atMost("start", "ready on an empty data folder, slowest", "s", 12, slowestStart),
        atMost("memory", "resident after the load", "MB", 800, results.memory().afterMb()));
  }

  private static Target atLeast(
      String id, String name, String unit, double bound, double measured) {
    return new Target(id, name, unit, bound, true, measured, true);
  }

  private static Target atMost(String id, String name, String unit, double bound, double measured) {
    return new Target(id, name, unit, bound, false, measured, true);
  }
}
