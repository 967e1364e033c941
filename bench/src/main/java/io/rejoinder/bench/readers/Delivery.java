package io.rejoinder.bench.readers;

import io.rejoinder.bench.load.Quantiles;
import java.util.Locale;

/**
 * What readers have had of the comments that were posted.
 *
 * @param readers how many there are
 * @param comments how many were posted
 * @param missing events that a reader should have had
 * @param doubled events that a reader had again
 * @param closed streams that the server ended
 * @param each from when a comment was due to be posted until a reader had it, milliseconds
 * @param last until the last reader had it, milliseconds
 */
record Delivery(
    int readers,
    int comments,
    long missing,
    long doubled,
    int closed,
    Quantiles each,
    Quantiles last) {

  private static final double NANOS = 1e6;

  /** Reads what {@link Heard} answers. */
  static Delivery read(int readers, int comments, String[] words) {
    return new Delivery(
        readers,
        comments,
        Long.parseLong(words[1]),
        Long.parseLong(words[2]),
        Integer.parseInt(words[3]),
        quantiles(words, 4),
        quantiles(words, 8));
  }

  private static Quantiles quantiles(String[] words, int at) {
    return new Quantiles(
        Long.parseLong(words[at]),
        Long.parseLong(words[at + 1]) / NANOS,
        Long.parseLong(words[at + 2]) / NANOS,
        Long.parseLong(words[at + 3]) / NANOS);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d readers, %,d comments: a reader p50 %.0f ms, p99 %.0f ms, worst %.0f ms;"
            + " the last reader p50 %.0f ms, worst %.0f ms; missing %d, double %d, cut off %d",
        readers,
        comments,
        each.p50(),
        each.p99(),
        each.worst(),
        last.p50(),
        last.worst(),
        missing,
        doubled,
        closed);
  }
}
