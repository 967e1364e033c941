package io.rejoinder.local.launch;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Lines for the person who started the program. Safe from any thread. */
public final class Progress {

  private final PrintStream out;
  private final long start;

  private Progress(PrintStream out, Duration before) {
    this.out = out;
    this.start = System.nanoTime() - before.toNanos();
  }

  /** Counts the time from now. */
  public static Progress fromNow(PrintStream out) {
    return new Progress(out, Duration.ZERO);
  }

  /** Counts the time from the start of this JVM, which is waited for, too. */
  public static Progress fromJvmStart(PrintStream out) {
    // Not the process's: a shell that built for a minute may have become this JVM.
    long since = ManagementFactory.getRuntimeMXBean().getStartTime();
    Duration before = Duration.between(Instant.ofEpochMilli(since), Instant.now());
    return new Progress(out, before.isNegative() ? Duration.ZERO : before);
  }

  /** A part is ready. */
  void ready(String part) {
    line(String.format(Locale.ROOT, "  %-12s ready  %5.1f s", part, seconds()));
  }

  /** Anything else to know. */
  public synchronized void line(String line) {
    out.println(line);
    out.flush();
  }

  /** Time since the beginning. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private double seconds() {
    return elapsed().toMillis() / 1000.0;
  }
}
