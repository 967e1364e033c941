package io.rejoinder.moderation.learning;

import io.rejoinder.moderation.policy.Score;
import java.util.stream.Stream;

/**
 * An example as it is fitted.
 *
 * @param positive whether it is what is looked for
 * @param prior the log-odds that the shipped model alone gives it, in nats
 * @param vector as {@link Packed} has it
 * @param weight 1 for one decision that counts in full
 */
@SuppressWarnings("ArrayRecordComponent") // Read in inner loops, compared by nobody.
record Weighted(boolean positive, double prior, int[] vector, double weight) {

  /** From here on, as a probability, the shipped model does not take a comment for honest. */
  private static final double DOUBTFUL = 0.1;

  /**
   * An honest comment. One that the shipped model takes for honest anyway holds it where it is, and
   * pushes it nowhere: it counts as positive as far as the model takes it to be, and as negative
   * for the rest. Else approvals alone, of whatever comments, teach that nothing is toxic: 200 of
   * them cost 5 points of recall.
   */
  static Stream<Weighted> honest(double prior, int[] vector, double weight) {
    double known = Score.probability(prior);
    double positive = known < DOUBTFUL ? known : 0;
    return Stream.of(
            new Weighted(true, prior, vector, weight * positive),
            new Weighted(false, prior, vector, weight * (1 - positive)))
        .filter(part -> part.weight() > 0);
  }
}
