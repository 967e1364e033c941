package io.rejoinder.bench.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * From the start of {@code java} until all is ready.
 *
 * @param emptySeconds each start on an empty data folder
 * @param refilled comments in the log of the start that filled the store again; 0 where the store
 *     lasts
 * @param refillSeconds until all of those could be read
 */
public record Start(List<Double> emptySeconds, long refilled, double refillSeconds) {

  public Start {
    emptySeconds = List.copyOf(emptySeconds);
  }

  /** The middle one of the starts on an empty folder. */
  @JsonProperty
  public double emptyMedian() {
    return emptySeconds.stream().sorted().toList().get(emptySeconds.size() / 2);
  }

  /** What 10,000 comments add to the start. */
  @JsonProperty
  public double refillPer10000() {
    return refilled == 0 ? 0 : (refillSeconds - emptyMedian()) * 10_000 / refilled;
  }
}
