package io.rejoinder.moderation.screening;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * How long a screen is waited for. What counts is what it computes: on a busy machine, or while the
 * collector has the cores, a sound screen makes no headway for a while, and must not hold honest
 * comments for that. One that blocks instead of computing is given up after {@value #BLOCKED} times
 * the bound.
 */
final class Patience {

  private static final int BLOCKED = 8;
  private static final long UNKNOWN = -1;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Thread worker;
  private final Duration bound;
  private long computed;
  private int waits;

  /** Patience with the screen that this thread begins now. */
  Patience(Thread worker, Duration bound) {
    this.worker = worker;
    this.bound = bound;
    begin();
  }

  /** The thread has come to its next screen. */
  void begin() {
    computed = computed();
    waits = 0;
  }

  /** Whether it is to be given up, now that another bound has passed on the clock. */
  boolean ended() {
    waits++;
    long now = computed();
    return now == UNKNOWN || now - computed >= bound.toNanos() || waits >= BLOCKED;
  }

  private long computed() {
    return THREADS.isThreadCpuTimeSupported() ? THREADS.getThreadCpuTime(worker.getId()) : UNKNOWN;
  }
}
