package io.rejoinder.system.drill;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time that the whole drill may take, and the pauses in it. Threadsafe. */
final class Bound {

  private final Duration time;
  private final long start = System.nanoTime();
  private final CountDownLatch never = new CountDownLatch(1);

  Bound(Duration time) {
    this.time = time;
  }

  /** That time is up. */
  static final class Reached extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Reached(Duration time) {
      super("the drill took longer than " + time.toMinutes() + " minutes");
    }
  }

  /**
   * Waits a while.
   *
   * @throws Reached if there is no time left
   */
  void pause(long millis) {
    if (elapsed().compareTo(time) > 0) {
      throw new Reached(time);
    }
    try {
      var unused = never.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
