package io.rejoinder.comment.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AlarmTest {

  private static final int PER_MINUTE = 60;

  private Instant now = Instant.parse("2026-11-23T10:00:00Z");
  private final Alarm alarm = new Alarm(PER_MINUTE, Duration.ofMinutes(5), new Hand());

  private void posts(int number, Duration over) {
    for (int i = 0; i < number; i++) {
      alarm.count();
      now = now.plus(over.dividedBy(number));
    }
  }

  @Test
  void asManyAsUsualSetNothingOff() {
    posts(PER_MINUTE * 10, Duration.ofMinutes(10));
    assertThat(alarm.isOn()).isFalse();
    assertThat(alarm.excess()).isEqualTo(1);
  }

  @Test
  void oneTooManySetsItOffAndTellsOnce() {
    for (int i = 0; i < PER_MINUTE; i++) {
      assertThat(alarm.count()).isFalse();
    }
    assertThat(alarm.count()).isTrue();
    assertThat(alarm.isOn()).isTrue();
    assertThat(alarm.count()).isFalse();
  }

  @Test
  void itCountsHowOftenTheUsualNumberComes() {
    posts(PER_MINUTE * 4, Duration.ofSeconds(50));
    assertThat(alarm.excess()).isEqualTo(4);
  }

  @Test
  void aQuietTimeEndsItAndHalfOfTheNoiseDoesNot() {
    posts(PER_MINUTE + 1, Duration.ofSeconds(5));
    posts(PER_MINUTE * 6, Duration.ofMinutes(10));
    assertThat(alarm.isOn()).as("more than half of it went on").isTrue();
    now = now.plus(Duration.ofMinutes(5));
    assertThat(alarm.isOn()).isFalse();
    posts(1, Duration.ofSeconds(1));
    assertThat(alarm.isOn()).isFalse();
  }

  private final class Hand extends Clock {

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
