package io.rejoinder.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long MILLI = 1_000_000;

  @Test
  void aFixedRateIsDueAtFixedTimesHoweverLateOneIsTaken() {
    Pace pace = Pace.fixedRate(0, 100, Duration.ofSeconds(1));
    assertThat(pace.take(0)).isZero();
    assertThat(pace.isDue(9 * MILLI)).isFalse();
    assertThat(pace.untilNext(9 * MILLI)).isEqualTo(MILLI);
    // A stall of 50 ms: the ones that it held up count from when they were due.
    assertThat(pace.take(60 * MILLI)).isEqualTo(10 * MILLI);
    assertThat(pace.take(60 * MILLI)).isEqualTo(20 * MILLI);
    assertThat(pace.untilNext(60 * MILLI)).isZero();
  }

  @Test
  void aFixedRateEndsAfterItsCount() {
    Pace pace = Pace.fixedRate(0, 3, Duration.ofSeconds(2));
    long last = 0;
    for (int i = 0; i < 6; i++) {
      assertThat(pace.isOver(0)).isFalse();
      last = pace.take(Long.MAX_VALUE);
    }
    assertThat(pace.isOver(0)).isTrue();
    assertThat(pace.isDue(Long.MAX_VALUE)).isFalse();
    assertThat(last).isEqualTo(Math.round(5e9 / 3));
  }

  @Test
  void aClosedLoopIsDueUntilItsEnd() {
    Pace pace = Pace.atOnce(MILLI, Duration.ofMillis(1));
    assertThat(pace.isDue(2 * MILLI - 1)).isTrue();
    assertThat(pace.take(MILLI + 7)).isEqualTo(MILLI + 7);
    assertThat(pace.isDue(2 * MILLI)).isFalse();
    assertThat(pace.isOver(2 * MILLI)).isTrue();
  }
}
