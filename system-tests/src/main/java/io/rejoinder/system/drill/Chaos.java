package io.rejoinder.system.drill;

import java.util.List;
import java.util.Random;

/**
 * Lets troubles happen while work goes on: each in a stretch of the work of its own, after a random
 * part of it, and in the midst of requests.
 */
final class Chaos implements Runnable {

  /** The stretch's share after which the trouble is due: at least, and at most this much more. */
  private static final double EARLIEST = 0.05;

  private static final double RANGE = 0.5;

  private final List<Trouble> troubles;
  private final Pace pace;
  private final Bound bound;
  private final Random random;

  Chaos(List<Trouble> troubles, Pace pace, Bound bound, Random random) {
    this.troubles = List.copyOf(troubles);
    this.pace = pace;
    this.bound = bound;
    this.random = random;
  }

  @Override
  public void run() {
    try {
      int stretches = troubles.size() + 1;
      for (int i = 0; i < troubles.size(); i++) {
        long from = pace.all() * i / stretches;
        long to = pace.all() * (i + 1) / stretches;
        happen(troubles.get(i), from, to);
      }
    } finally {
      pace.open();
    }
  }

  private void happen(Trouble trouble, long from, long to) {
    pace.allow(to);
    long due = from + Math.round((to - from) * (EARLIEST + RANGE * random.nextDouble()));
    while (pace.done() < due) {
      bound.pause(5);
    }
    bound.pause(random.nextInt(100));
    trouble.happen(pace, to);
  }
}
