package io.rejoinder.moderation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rejoinder.events.settings.Targets;
import io.rejoinder.events.settings.Thresholds;
import io.rejoinder.moderation.model.Curve;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationsTest {

  /** Weights as a calibrated model gives them: nats, of which each says what it says it does. */
  private static final Curve CALIBRATED = calibrated();

  private final Expectations expectations = new Expectations(CALIBRATED, CALIBRATED);

  @Test
  void thresholdsMeetTheTargetsAndNotByMuch() {
    Targets targets = new Targets(0.98, 0.01, 0.01);

    Expectations.Expected expected = expectations.expected(expectations.thresholds(targets));

    assertThat(expected.rejectPrecision()).isBetween(0.98, 0.99);
    assertThat(expected.honestHeld()).isBetween(0.007, 0.01);
  }

  @Test
  void aStricterTargetRejectsLessAndAnEasierOneHoldsMore() {
    Thresholds strict = expectations.thresholds(new Targets(0.99, 0.001, 0.01));
    Thresholds easy = expectations.thresholds(new Targets(0.9, 0.05, 0.01));

    assertThat(strict.reject()).isGreaterThan(easy.reject());
    assertThat(strict.hold()).isGreaterThan(easy.hold());
    assertThat(expectations.expected(easy).held()).isGreaterThan(0);
  }

  @Test
  void aTargetThatNothingMeetsIsNeverReached() {
    assertThat(expectations.thresholds(new Targets(1, 0.01, 0)))
        .satisfies(
            never -> {
              assertThat(never.reject()).isEqualTo(Expectations.NEVER);
              assertThat(never.toxic()).isEqualTo(Expectations.NEVER);
            });
  }

  @Test
  void theCurveFallsFromAllToFewAndNamesItsThresholds() {
    List<Expectations.Point> curve = expectations.curve();

    assertThat(curve.get(0).caught()).isCloseTo(1, within(1e-9));
    assertThat(curve).allSatisfy(p -> assertThat(p.honestHeld()).isBetween(0.0, 1.0));
    assertThat(curve)
        .isSortedAccordingTo(Comparator.comparingDouble(Expectations.Point::threshold))
        .isSortedAccordingTo(Comparator.comparingDouble(Expectations.Point::caught).reversed());
    assertThat(curve).allSatisfy(p -> assertThat(p.spamCaught()).isGreaterThan(p.honestHeld() / 2));
  }

  @Test
  void sharesOfAllCommentsAddUp() {
    Expectations.Expected expected = expectations.expected(new Thresholds(0, 0.5, 0));

    assertThat(expected.held() + expected.rejected()).isCloseTo(1, within(1e-9));
    assertThat(expected.toxicCaught()).isEqualTo(1);
  }

  /** At each weight w, e^w times as many of the positive as of the others, from -6 to 6 nats. */
  private static Curve calibrated() {
    int steps = 120;
    double[] weights = new double[2 * steps];
    double[] shares = new double[2 * steps];
    double[] counts = new double[2 * steps];
    for (int i = 0; i < steps; i++) {
      double weight = -5.95 + i * 0.1;
      double spread = Math.exp(-Math.abs(weight) / 2);
      for (int side = 0; side < 2; side++) {
        weights[2 * i + side] = weight;
        shares[2 * i + side] = side;
        counts[2 * i + side] = spread * Math.exp(side == 1 ? weight / 2 : -weight / 2);
      }
    }
    return Curve.of(weights, shares, counts);
  }
}
