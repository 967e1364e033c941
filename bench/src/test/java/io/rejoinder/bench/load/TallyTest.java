package io.rejoinder.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final long SECOND = 1_000_000_000;

  @Test
  void theRateIsOfWantedAnswersUpToTheLastOfThem() {
    Tally tally = new Tally(202, SECOND);
    for (int i = 1; i <= 100; i++) {
      tally.answered(202, SECOND, SECOND + i * SECOND / 50);
    }
    tally.answered(503, SECOND, 9 * SECOND);
    tally.lost();
    Load load = tally.load(SECOND, Duration.ofSeconds(1));
    assertThat(load.rate()).isEqualTo(50);
    assertThat(load.time()).isEqualTo(Duration.ofSeconds(2));
    assertThat(load.unwanted()).isEqualTo(2);
    assertThat(load.statuses()).containsEntry(202, 100L).containsEntry(503, 1L);
    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(load.generatorShare()).isEqualTo(0.5 / cores);
  }

  @Test
  void quantilesAreInMillisecondsAndOfWantedAnswers() {
    Tally tally = new Tally(200, 0);
    for (int i = 1; i <= 100; i++) {
      tally.answered(200, 0, i * SECOND / 1000);
    }
    tally.answered(500, 0, 50 * SECOND);
    Quantiles latency = tally.load(0, Duration.ZERO).latency();
    assertThat(latency.count()).isEqualTo(100);
    assertThat(latency.p50()).isCloseTo(50, within(0.1));
    assertThat(latency.p99()).isCloseTo(99, within(0.1));
    assertThat(latency.worst()).isCloseTo(100, within(0.2));
  }

  @Test
  void nothingWantedIsNoRate() {
    Load load = new Tally(202, 5).load(5, Duration.ZERO);
    assertThat(load.rate()).isZero();
    assertThat(load.generatorShare()).isZero();
  }
}
