package io.rejoinder.moderation.quality;

import java.util.Random;

/** Random numbers that are the same each time: the same cases give the same figures. */
final class Draws {

  private static final long SEED = 1;

  private final Random random = new Random(SEED);

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** From a beta distribution, as a ratio of gammas. */
  double beta(double a, double b) {
    double x = gamma(a);
    double y = gamma(b);
    return x + y == 0 ? 0 : x / (x + y);
  }

  /** Marsaglia and Tsang, “A simple method for generating gamma variables”, 2000. */
  private double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * StrictMath.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
      if (v > 0
          && StrictMath.log(1 - random.nextDouble())
              < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
        return d * v;
      }
    }
  }
}
