package io.rejoinder.system.drill;

import java.io.PrintStream;
import java.util.Locale;

/** Lines for the person who watches the drill. Threadsafe. */
final class Progress {

  private final PrintStream out;
  private final Bound bound;

  Progress(PrintStream out, Bound bound) {
    this.out = out;
    this.bound = bound;
  }

  /** A line with the time since the beginning. */
  void line(String line) {
    plain(String.format(Locale.ROOT, "%6.1f s  %s", bound.elapsed().toMillis() / 1000.0, line));
  }

  /** A line as it is. */
  synchronized void plain(String line) {
    out.println(line);
    out.flush();
  }
}
