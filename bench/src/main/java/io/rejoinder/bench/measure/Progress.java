package io.rejoinder.bench.measure;

import io.rejoinder.bench.report.Figure;
import java.io.PrintStream;
import java.util.Locale;

/** Lines for the person who waits. */
public final class Progress {

  private final PrintStream out;
  private final long start = System.nanoTime();

  /** Counts the time from now. */
  public Progress(PrintStream out) {
    this.out = out;
  }

  /** One line, with the time since the beginning. */
  public void line(String format, Object... values) {
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    String line = String.format(Locale.ROOT, format, values);
    out.printf(Locale.ROOT, "[%3d:%02d] %s%n", seconds / 60, seconds % 60, line);
    out.flush();
  }

  Figure figure(String name, Figure figure) {
    line(
        "%-50s %,9.0f/s  p50 %7.2f ms  p99 %7.2f ms  others %d  generator %2.0f %% of the cores",
        name,
        figure.rate(),
        figure.p50(),
        figure.p99(),
        figure.unwanted(),
        figure.generatorShare() * 100);
    return figure;
  }
}
