package io.rejoinder.system.drill;

/**
 * Lets work go on up to a limit, so that the drill is not over before the last kill. Threadsafe.
 */
final class Pace {

  private final long all;
  private long limit;
  private long begun;
  private long done;
  private boolean open;

  Pace(long all) {
    this.all = all;
  }

  long all() {
    return all;
  }

  /** Takes a piece of work; waits until the limit allows it. */
  synchronized void begin() {
    try {
      while (!open && begun >= limit) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    begun++;
  }

  synchronized void done(long pieces) {
    done += pieces;
    notifyAll();
  }

  synchronized long done() {
    return done;
  }

  synchronized void allow(long newLimit) {
    limit = Math.max(limit, newLimit);
    notifyAll();
  }

  /** No limit any more. */
  synchronized void open() {
    open = true;
    notifyAll();
  }
}
