package io.rejoinder.bench.load;

import org.HdrHistogram.Histogram;

/** Latencies in milliseconds. */
public record Quantiles(long count, double p50, double p99, double worst) {

  /** From a histogram of nanoseconds. */
  public static Quantiles of(Histogram nanos) {
    return new Quantiles(
        nanos.getTotalCount(),
        nanos.getValueAtPercentile(50) / 1e6,
        nanos.getValueAtPercentile(99) / 1e6,
        nanos.getMaxValue() / 1e6);
  }
}
