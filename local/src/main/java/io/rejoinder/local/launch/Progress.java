package io.rejoinder.local.launch;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Lines for the person who started the program. Safe from any thread. */
public final class Progress {

  private final PrintStream out;
  private final long start = System.nanoTime();

  /** Counts the time from now. */
  public Progress(PrintStream out) {
    this.out = out;
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
