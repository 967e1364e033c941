package io.rejoinder.moderation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void aProbabilityIsTheShareThatIsPositive() {
    double[] scores = new double[2_000];
    boolean[] positive = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = i % 2 == 0 ? 3 : -3;
      // Of the high ones three in four, of the low ones one in ten.
      positive[i] = i % 2 == 0 ? i % 8 != 0 : i % 20 == 1;
    }
    Calibration fitted = Calibration.fit(scores, positive);

    assertThat(fitted.probability(3)).isCloseTo(0.75, within(0.01));
    assertThat(fitted.probability(-3)).isCloseTo(0.1, within(0.01));
  }

  @Test
  void scoresThatSayNothingGiveTheShareOfAll() {
    double[] scores = new double[400];
    boolean[] positive = new boolean[scores.length];
    for (int i = 0; i < positive.length; i += 4) {
      positive[i] = true;
    }

    assertThat(Calibration.fit(scores, positive).probability(0)).isCloseTo(0.25, within(0.01));
  }
}
