package io.rejoinder.bench.readers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeardTest {

  private static final String FIRST = "0".repeat(31) + "1";
  private static final String SECOND = "0".repeat(31) + "2";

  private final Heard heard = new Heard(2);

  @Test
  void whatIsMissingOrDoubleIsCounted() {
    hears(0, "a-1", FIRST, 1_000_000);
    hears(1, "a-1", FIRST, 3_000_000);
    hears(0, "a-2", SECOND, 5_000_000);
    hears(0, "a-2", SECOND, 6_000_000);

    assertThat(heard.answer("had " + FIRST, 0)).isEqualTo("had 2");
    assertThat(heard.answer("had " + FIRST + " " + SECOND, 0)).isEqualTo("had 1");
    Delivery delivery =
        Delivery.read(
            2, 2, heard.answer("figures %s=0 %s=0".formatted(FIRST, SECOND), 1).split(" ", -1));
    assertThat(delivery.missing()).isEqualTo(1);
    assertThat(delivery.doubled()).isEqualTo(1);
    assertThat(delivery.closed()).isEqualTo(1);
    assertThat(delivery.each().count()).isEqualTo(3);
    assertThat(delivery.last().worst()).isBetween(4.9, 5.1);
  }

  @Test
  void whatNobodyHadIsMissingForAll() {
    Delivery delivery =
        Delivery.read(2, 1, heard.answer("figures " + FIRST + "=0", 0).split(" ", -1));

    assertThat(delivery.missing()).isEqualTo(2);
  }

  private void hears(int reader, String event, String comment, long at) {
    heard.event(reader, event, "{\"id\":\"" + comment + "\",", at);
  }
}
