package io.rejoinder.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTest {

  @Test
  void readsUserAndSystemTimeBehindAnyName() {
    String stat = "42 (a ) b) S 1 42 42 0 -1 4194304 100 0 0 0 150 50 0 0 20 0 30 0 100 1 2";
    assertThat(Usage.cpu(stat)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void readsAMemoryFigure() {
    List<String> status = List.of("VmHWM:\t  654321 kB", "VmRSS:\t  123456 kB");
    assertThat(Usage.kilobytes(status, "VmRSS:")).isEqualTo(123_456);
    assertThat(Usage.kilobytes(status, "VmSwap:")).isZero();
  }
}
