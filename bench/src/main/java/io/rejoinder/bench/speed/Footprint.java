package io.rejoinder.bench.speed;

/**
 * What the screens take of the heap, by what is in use after a collection with and without them.
 */
final class Footprint {

  /** More than any window holds by default. */
  private static final int COMMENTS = 200_000;

  private static final double MEGABYTE = 1e6;
  private static final int COLLECTIONS = 3;

  private Footprint() {}

  /** In MB: from the beginning, and filled. */
  static double[] measure() {
    Traffic traffic = new Traffic();
    // What is loaded once and for all is not the windows': others of these are there before.
    try (FastPath other = new FastPath()) {
      other.observe(traffic.next());
      double before = used();
      try (FastPath path = new FastPath()) {
        path.observe(traffic.next());
        double empty = used() - before;
        for (int i = 0; i < COMMENTS; i++) {
          path.observe(traffic.next());
        }
        double filled = used() - before;
        path.observe(traffic.next());
        other.observe(traffic.next());
        return new double[] {empty, filled};
      }
    }
  }

  private static double used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
  }
}
