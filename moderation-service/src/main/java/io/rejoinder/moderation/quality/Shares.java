package io.rejoinder.moderation.quality;

import io.rejoinder.moderation.quality.Case.Judged;
import io.rejoinder.moderation.quality.Case.Ruled;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Precision, recall and false positives. What was approved or rejected is known from blind samples,
 * each of which stands for {@code 1 / share}; what was held, from what people decided. A person's
 * decision on what was not sampled counts for nothing here: people look for what is wrong.
 */
final class Shares {

  /** Fewer judged cases give an interval that is of no use. */
  static final long NEEDED = 30;

  private static final int DRAWS = 4_000;

  private final Map<Ruled, Stratum> strata = new EnumMap<>(Ruled.class);

  Shares() {
    for (Ruled ruled : Ruled.values()) {
      strata.put(ruled, new Stratum());
    }
  }

  void take(Case one, double comments) {
    Stratum stratum = of(one.ruled());
    stratum.count(comments);
    Judged judged = one.judged();
    if (judged != null && one.measures()) {
      stratum.judge(judged.weight(), judged.bad());
    }
  }

  Stratum of(Ruled ruled) {
    return strata.computeIfAbsent(ruled, one -> new Stratum());
  }

  /** Of what was rejected without a person, how much deserved it. */
  Estimate precision() {
    return Estimate.wilson(of(Ruled.REJECTED), true, NEEDED);
  }

  /** Of all that is bad, how much was rejected or held. */
  Estimate recall() {
    return drawn(one -> one.bad(Ruled.REJECTED) + one.badHeld(), Drawn::bad);
  }

  /** Of all that is honest, how much was rejected without a person. */
  Estimate falsePositives() {
    return drawn(one -> one.honest(Ruled.REJECTED), Drawn::honest);
  }

  /** Of all that is honest, how much was held. */
  Estimate honestHeld() {
    return drawn(one -> one.honest(Ruled.HELD) + one.honest(Ruled.PAUSED), Drawn::honest);
  }

  private Estimate drawn(ToDoubleFunction<Drawn> part, ToDoubleFunction<Drawn> whole) {
    long n = of(Ruled.APPROVED).judged();
    if (n < NEEDED) {
      return Estimate.tooFew(n, NEEDED);
    }
    Draws draws = new Draws();
    double[] shares = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      Drawn one = new Drawn(draws);
      double all = whole.applyAsDouble(one);
      shares[i] = all == 0 ? 0 : part.applyAsDouble(one) / all;
    }
    return Estimate.ofDraws(shares, n, NEEDED);
  }

  /** One possible truth: how many of each kind are bad. */
  private final class Drawn {
    private final Map<Ruled, Double> bad = new EnumMap<>(Ruled.class);

    Drawn(Draws draws) {
      strata.forEach((ruled, stratum) -> bad.put(ruled, stratum.drawBad(draws)));
    }

    double bad(Ruled ruled) {
      return bad.getOrDefault(ruled, 0.0);
    }

    double badHeld() {
      return bad(Ruled.HELD) + bad(Ruled.PAUSED);
    }

    double bad() {
      return bad(Ruled.APPROVED) + bad(Ruled.REJECTED) + badHeld();
    }

    double honest(Ruled ruled) {
      return Math.max(0, of(ruled).size() - bad(ruled));
    }

    double honest() {
      double all = 0;
      for (Ruled ruled : Ruled.values()) {
        all += honest(ruled);
      }
      return all;
    }
  }
}
