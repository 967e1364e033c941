package io.rejoinder.moderation.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LockOutTest {

  private final Hands clock = new Hands();
  private final LockOut lockOut =
      new LockOut(
          new AccountProperties(Duration.ofHours(12), 5, 20, Duration.ofMinutes(15)), clock);

  private static InetSocketAddress from(String address) {
    try {
      return new InetSocketAddress(InetAddress.getByName(address), 4711);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private void fail(String name, String address, int times) {
    for (int i = 0; i < times; i++) {
      lockOut.failed(name, from(address));
    }
  }

  @Test
  void fiveFailuresLockANameOutForItsTime() {
    fail("Anna", "10.0.0.1", 4);
    assertThat(lockOut.refused("anna", from("10.0.0.2"))).isEmpty();
    fail(" anna", "10.0.0.1", 1);
    assertThat(lockOut.refused("ANNA", from("10.0.0.2"))).contains(Duration.ofMinutes(15));
    clock.now = clock.now.plus(Duration.ofMinutes(16));
    assertThat(lockOut.refused("anna", from("10.0.0.2"))).isEmpty();
  }

  @Test
  void successClearsTheName() {
    fail("anna", "10.0.0.1", 4);
    lockOut.succeeded("anna");
    fail("anna", "10.0.0.1", 4);
    assertThat(lockOut.refused("anna", from("10.0.0.1"))).isEmpty();
  }

  @Test
  void twentyFailuresLockAnAddressOutWhateverTheNames() {
    for (int i = 0; i < 20; i++) {
      fail("name" + i, "2001:db8:1:2::" + i, 1);
    }
    assertThat(lockOut.refused("another", from("2001:db8:1:2:ffff::1"))).isPresent();
    assertThat(lockOut.refused("another", from("2001:db8:1:3::1"))).isEmpty();
  }

  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

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
  }
}
