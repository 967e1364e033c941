package io.rejoinder.bench.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What came of a load, as it comes. */
final class Tally {

  private static final int STATUSES = 600;

  /** Three digits of precision up to a minute. */
  private final Histogram latency = new Histogram(Duration.ofMinutes(1).toNanos(), 3);

  private final long[] statuses = new long[STATUSES];
  private final int wanted;
  private long lost;
  private long lastWantedAt;

  /**
   * @param wanted the status that the load is about; only its latencies count
   */
  Tally(int wanted, long start) {
    this.wanted = wanted;
    lastWantedAt = start;
  }

  void answered(int status, long startedAt, long now) {
    statuses[Math.min(status, STATUSES - 1)]++;
    if (status == wanted) {
      latency.recordValue(Math.min(now - startedAt, latency.getHighestTrackableValue()));
      lastWantedAt = now;
    }
  }

  /** A request without an answer: what came of it is not known. */
  void lost() {
    lost++;
  }

  Load load(long start, Duration cpu) {
    Map<Integer, Long> counts = new TreeMap<>();
    for (int status = 0; status < STATUSES; status++) {
      if (statuses[status] > 0) {
        counts.put(status, statuses[status]);
      }
    }
    Duration time = Duration.ofNanos(lastWantedAt - start);
    return new Load(statuses[wanted], time, counts, lost, Quantiles.of(latency), cpu, lastWantedAt);
  }
}
