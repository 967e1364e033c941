package io.rejoinder.bench.learning;

import java.util.ArrayList;
import java.util.List;

/**
 * What the model made of the new kind while it was taught.
 *
 * @param from so many decisions it knew at least
 * @param to and so many at most
 * @param count comments that were screened by it
 * @param recall what it took for spam of them
 */
record Step(long from, long to, int count, double recall) {

  private static final List<Long> ENDS = List.of(0L, 10L, 50L, 100L, 250L, 500L, Long.MAX_VALUE);

  /** The steps that comments of the new kind fell on. */
  static List<Step> of(List<Screened> screened) {
    List<Step> steps = new ArrayList<>();
    long from = 0;
    for (long to : ENDS) {
      long least = from;
      List<Screened> on =
          screened.stream().filter(one -> one.known() >= least && one.known() <= to).toList();
      if (!on.isEmpty()) {
        long most = on.stream().mapToLong(Screened::known).max().orElse(to);
        steps.add(new Step(least, most, on.size(), Shares.share(on, Screened::likelySpam)));
      }
      from = to + 1;
    }
    return steps;
  }
}
