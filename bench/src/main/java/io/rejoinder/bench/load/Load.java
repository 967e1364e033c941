package io.rejoinder.bench.load;

import java.time.Duration;
import java.util.Map;

/**
 * What came of a load.
 *
 * @param wanted answers of the status that the load is about
 * @param time from the first request to the last such answer
 * @param statuses answers by status, others included
 * @param lost requests without an answer
 * @param latency of the wanted answers
 * @param cpu time that the generator's whole process took meanwhile, user and system
 * @param lastWantedAt when the last wanted answer came, in {@link System#nanoTime()}
 */
public record Load(
    long wanted,
    Duration time,
    Map<Integer, Long> statuses,
    long lost,
    Quantiles latency,
    Duration cpu,
    long lastWantedAt) {

  public Load {
    statuses = Map.copyOf(statuses);
  }

  /** Wanted answers a second. */
  public double rate() {
    return time.isZero() ? 0 : wanted / (time.toNanos() / 1e9);
  }

  /** The generator's share of all cores of the machine, 0 to 1. */
  public double generatorShare() {
    double cores = Runtime.getRuntime().availableProcessors();
    return time.isZero() ? 0 : cpu.toNanos() / (time.toNanos() * cores);
  }

  /** Answers of another status, and requests without one. */
  public long unwanted() {
    return statuses.values().stream().mapToLong(Long::longValue).sum() - wanted + lost;
  }
}
