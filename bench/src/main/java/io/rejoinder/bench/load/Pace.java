package io.rejoinder.bench.load;

import java.time.Duration;

/**
 * When requests start. Times are {@link System#nanoTime()}.
 *
 * <p>{@link #atOnce} is a closed loop: a connection sends again as soon as it was answered. {@link
 * #fixedRate} is an open one: requests are due at fixed times whether or not earlier ones were
 * answered, and a late start counts as latency, so that a server that stalls cannot hide it
 * (coordinated omission).
 */
public sealed interface Pace {

  /** Whether a request may start now. */
  boolean isDue(long now);

  /** The time from which the next request's latency counts; moves on to the one after it. */
  long take(long now);

  /** Whether no request will be due any more. */
  boolean isOver(long now);

  /** Nanoseconds until something changes, at least 0. */
  long untilNext(long now);

  /** As fast as the connections are answered, for so long from {@code start}. */
  static Pace atOnce(long start, Duration time) {
    return new AtOnce(start + time.toNanos());
  }

  /**
   * A request each {@code 1/rate} second.
   *
   * @param rate requests a second, over 0
   */
  static Pace fixedRate(long start, double rate, Duration time) {
    long count = Math.round(rate * time.toNanos() / 1e9);
    return new FixedRate(start, 1e9 / rate, count);
  }

  /** See {@link Pace#atOnce}. */
  record AtOnce(long end) implements Pace {

    @Override
    public boolean isDue(long now) {
      return end - now > 0;
    }

    @Override
    public long take(long now) {
      return now;
    }

    @Override
    public boolean isOver(long now) {
      return end - now <= 0;
    }

    @Override
    public long untilNext(long now) {
      return Math.max(0, end - now);
    }
  }

  /** See {@link Pace#fixedRate}. */
  final class FixedRate implements Pace {

    private final long start;
    private final double interval;
    private final long count;
    private long taken;

    private FixedRate(long start, double interval, long count) {
      this.start = start;
      this.interval = interval;
      this.count = count;
    }

    private long dueAt() {
      // From the start each time: sums of rounded intervals would drift.
      return start + Math.round(taken * interval);
    }

    @Override
    public boolean isDue(long now) {
      return taken < count && now - dueAt() >= 0;
    }

    @Override
    public long take(long now) {
      long due = dueAt();
      taken++;
      return due;
    }

    @Override
    public boolean isOver(long now) {
      return taken == count;
    }

    @Override
    public long untilNext(long now) {
      return taken == count ? 0 : Math.max(0, dueAt() - now);
    }
  }
}
