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
   * Waits for every thread to hold what was accepted for it.
   *
   * @return when the last of them was seen to, or when the wait was given up
   */
  long await(long[] before, Accepted accepted) {
    for (int i = 0; i < threads.size(); i++) {
      if (!await(threads.get(i), before[i] + accepted.in(i))) {
        break;
      }
    }
    return System.nanoTime();
  }

  private boolean await(String thread, long expected) {
    long changedAt = System.nanoTime();
    long seen = count(thread);
    long took = System.nanoTime() - changedAt;
    while (seen < expected) {
      LockSupport.parkNanos(Math.max(PAUSE_NANOS, took * PAUSE_FACTOR));
      long lookedAt = System.nanoTime();
      long count = count(thread);
      took = System.nanoTime() - lookedAt;
      if (count != seen) {
        seen = count;
        changedAt = System.nanoTime();
      } else if (System.nanoTime() - changedAt > PATIENCE.toNanos()) {
        return false;
      }
    }
    return true;
  }

  private long count(String thread) {
    try {
      return web.count(thread);
    } catch (IOException e) {
      return UNKNOWN;
    }
  }
}
