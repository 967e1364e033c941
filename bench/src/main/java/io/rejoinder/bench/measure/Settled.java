package io.rejoinder.bench.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Waits until what was accepted can be read, and counts it. */
final class Settled {

  /** Gives up where not one more comment became readable for so long. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A busy store may refuse a read for a while. */
  private static final long UNKNOWN = -1;

  /** Between looks, at least. */
  private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  /** A pause is so many times what the look took: looks take cores from what is looked for. */
  private static final long PAUSE_FACTOR = 4;

  private final Web web;
  private final List<String> threads;

  Settled(Web web, List<String> threads) {
    this.web = web;
    this.threads = List.copyOf(threads);
  }

  /** How many comments each thread shows. */
  long[] counts() throws IOException {
    long[] counts = new long[threads.size()];
    for (int i = 0; i < counts.length; i++) {
      String thread = threads.get(i);
      long[] count = {UNKNOWN};
      Await.until(
          "an answer about " + thread,
          PATIENCE,
          () -> {
            count[0] = count(thread);
            return count[0] != UNKNOWN;
          });
      counts[i] = count[0];
    }
    return counts;
  }

  long readableSince(long[] before) throws IOException {
    long readable = 0;
    long[] now = counts();
    for (int i = 0; i < now.length; i++) {
      readable += now[i] - before[i];
    }
    return readable;
  }

  /**
   * Waits for every thread to hold what was accepted for it. What the screening holds for a
   * moderator never comes: then the wait is given up, and does not count.
   *
   * @return when the last one was seen that became readable
   */
  long await(long[] before, Accepted accepted) {
    long[] seen = before.clone();
    long changedAt = System.nanoTime();
    while (true) {
      long began = System.nanoTime();
      boolean all = true;
      for (int i = 0; i < seen.length; i++) {
        long expected = before[i] + accepted.in(i);
        long count = seen[i] < expected ? count(threads.get(i)) : expected;
        if (count != UNKNOWN && count != seen[i]) {
          seen[i] = count;
          changedAt = System.nanoTime();
        }
        all &= seen[i] >= expected;
      }
      if (all || System.nanoTime() - changedAt > PATIENCE.toNanos()) {
        return changedAt;
      }
      long took = System.nanoTime() - began;
      LockSupport.parkNanos(Math.max(PAUSE_NANOS, took * PAUSE_FACTOR));
    }
  }

  private long count(String thread) {
    try {
      return web.count(thread);
    } catch (IOException e) {
      return UNKNOWN;
    }
  }
}
