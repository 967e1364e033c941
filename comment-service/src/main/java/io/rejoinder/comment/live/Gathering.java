package io.rejoinder.comment.live;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;

/**
 * How long events wait to be sent together. A write to a connection costs the same whether it
 * carries one event or ten, so the more readers a thread has, the longer it is worth waiting: as
 * long as the writes of one round take. The first event after a pause goes at once.
 *
 * @param longest that an event waits; zero to send each by itself
 * @param scheduler runs what was put off, and tells the time
 */
record Gathering(Duration longest, Scheduler scheduler) {

  /**
   * What a write to one connection costs of one core, all in all, with the reading end on the same
   * machine: measured by {@code bench/live-readers} as 20 to 50 microseconds.
   */
  private static final long NANOS_PER_READER = 50_000;

  /** Between two rounds to so many readers. */
  long nanosBetween(int readers) {
    return Math.min(longest.toNanos(), NANOS_PER_READER * readers);
  }

  long now() {
    return scheduler.now(TimeUnit.NANOSECONDS);
  }

  void later(Runnable task, long nanos) {
    scheduler.schedule(task, nanos, TimeUnit.NANOSECONDS);
  }
}
