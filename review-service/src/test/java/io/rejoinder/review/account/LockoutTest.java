package io.rejoinder.review.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LockoutTest {

  private final Moving clock = new Moving();
  private final Lockout lockout = new Lockout(5, clock);

  @Test
  void fifthFailureLocksForFifteenMinutes() {
    for (int i = 0; i < 5; i++) {
      assertThat(lockout.begin("ada")).isTrue();
    }

    assertThat(lockout.begin("ada")).isFalse();
    assertThat(lockout.begin("bob")).isTrue();
    clock.now = clock.now.plus(Lockout.LOCKED).plusSeconds(1);
    assertThat(lockout.begin("ada")).isTrue();
  }

  @Test
  void triesWhileLockedDoNotLockForLonger() {
    for (int i = 0; i < 5; i++) {
      lockout.begin("ada");
    }
    clock.now = clock.now.plus(Duration.ofMinutes(14));
    lockout.begin("ada");
    clock.now = clock.now.plus(Duration.ofSeconds(61));

    assertThat(lockout.begin("ada")).isTrue();
  }

  @Test
  void successForgetsFailures() {
    for (int i = 0; i < 20; i++) {
      assertThat(lockout.begin("ada")).isTrue();
      lockout.succeeded("ada");
    }
  }

  private static final class Moving extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

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
