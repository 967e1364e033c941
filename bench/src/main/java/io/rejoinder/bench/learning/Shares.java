package io.rejoinder.bench.learning;

import java.util.List;
import java.util.function.Predicate;

/**
 * What the screens said of one kind of comments, as shares.
 *
 * @param count how many comments
 * @param model the learned model alone takes for spam: a probability of at least one half
 * @param others all other screens together would hold: a probability from the site's threshold on
 * @param stopped were held or rejected, by whatever screen
 * @param toxic the learned model takes for toxic: a probability of at least one half
 */
record Shares(int count, double model, double others, double stopped, double toxic) {

  private static final double HALF = 0.5;

  /**
   * Counts.
   *
   * @param hold the site's threshold
   */
  static Shares of(List<Screened> screened, double hold) {
    return new Shares(
        screened.size(),
        share(screened, Screened::likelySpam),
        share(screened, one -> one.others() >= hold),
        share(screened, Screened::stopped),
        share(screened, one -> one.toxic() >= HALF));
  }

  static double share(List<Screened> screened, Predicate<Screened> of) {
    return screened.isEmpty() ? 0 : (double) screened.stream().filter(of).count() / screened.size();
  }
}
