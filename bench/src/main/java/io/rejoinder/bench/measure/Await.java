package io.rejoinder.bench.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Looks again until something holds. */
public final class Await {

  /** Seldom enough to leave the cores to what is awaited. */
  private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

  private Await() {}

  /** A question to the platform. */
  @FunctionalInterface
  public interface Question {
    /** Asks it. */
    boolean holds() throws IOException;
  }

  /**
   * Returns once it holds.
   *
   * @throws IllegalStateException where it does not within the time
   */
  public static void until(String what, Duration within, Question question) throws IOException {
    long end = System.nanoTime() + within.toNanos();
    while (!question.holds()) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("not within " + within.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
