package io.rejoinder.moderation.akismet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RatesTest {

  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final Rates rates =
      new Rates(
          2,
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }
          });

  @Test
  void eachKeyHasItsCallsInAMinute() {
    assertThat(rates.tooMany("a")).isEmpty();
    assertThat(rates.tooMany("a")).isEmpty();
    now = now.plusSeconds(20);
    assertThat(rates.tooMany("a")).contains(Duration.ofSeconds(40));
    assertThat(rates.tooMany("b")).isEmpty();
    now = now.plusSeconds(40);
    assertThat(rates.tooMany("a")).isEmpty();
  }
}
