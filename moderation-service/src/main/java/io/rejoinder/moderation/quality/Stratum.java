package io.rejoinder.moderation.quality;

/** All comments of which the same was decided, and what is known of those that people judged. */
final class Stratum {

  private double size;
  private long judged;
  private long bad;
  private double weights;
  private double squares;
  private double badWeights;

  void count(double comments) {
    size += comments;
  }

  void judge(double weight, boolean isBad) {
    judged++;
    weights += weight;
    squares += weight * weight;
    if (isBad) {
      bad++;
      badWeights += weight;
    }
  }

  double size() {
    return size;
  }

  long judged() {
    return judged;
  }

  /** The share of bad comments, by inverse sampling weights (Hájek's estimator). */
  double badShare() {
    return badWeights / weights;
  }

  /** How many judgements of equal weight these are worth (Kish, “Survey Sampling”, 1965). */
  double effective() {
    return judged == 0 ? 0 : weights * weights / squares;
  }

  /**
   * How many bad comments there may be: those that were found, and of the rest the share that is
   * drawn from Jeffreys' posterior, which is not certain where none was found yet.
   */
  double drawBad(Draws draws) {
    double rest = Math.max(0, size - judged);
    if (rest == 0) {
      return bad;
    }
    double worth = effective();
    double share = judged == 0 ? 0 : badShare();
    return bad + rest * draws.beta(share * worth + 0.5, (1 - share) * worth + 0.5);
  }
}
