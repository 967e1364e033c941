package io.rejoinder.moderation.account;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Failed sign-ins, by name and by network address, or other proofs that failed, by address alone.
 * Names count whether there is such an account or not, so a lock-out tells nobody that there is. In
 * memory of this instance, bounded. Threadsafe.
 */
final class LockOut {

  private static final int REMEMBERED = 10_000;
  private static final int SITE_PREFIX_BYTES = 8;

  private final AccountProperties bounds;
  private final Clock clock;
  private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true);

  LockOut(AccountProperties bounds, Clock clock) {
    this.bounds = bounds;
    this.clock = clock;
  }

  /** For how long a sign-in is refused yet; empty if it is not. */
  synchronized Optional<Duration> refused(String name, @Nullable InetSocketAddress from) {
    Duration byName = left(nameKey(name), bounds.failures());
    Duration byAddress = left(addressKey(from), bounds.failuresPerAddress());
    Duration longer = byName.compareTo(byAddress) > 0 ? byName : byAddress;
    return longer.isZero() ? Optional.empty() : Optional.of(longer);
  }

  /** For how long this address is refused yet, whoever it says it is; empty if it is not. */
  synchronized Optional<Duration> refused(@Nullable InetSocketAddress from) {
    Duration left = left(addressKey(from), bounds.failuresPerAddress());
    return left.isZero() ? Optional.empty() : Optional.of(left);
  }

  private Duration left(String key, int bound) {
    Failures known = failures.get(key);
    if (known == null || known.count() < bound) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(clock.instant(), known.last().plus(bounds.lockOut()));
    return left.isNegative() ? Duration.ZERO : left;
  }

  synchronized void failed(String name, @Nullable InetSocketAddress from) {
    count(nameKey(name));
    count(addressKey(from));
  }

  synchronized void failed(@Nullable InetSocketAddress from) {
    count(addressKey(from));
  }

  private void count(String key) {
    Instant now = clock.instant();
    failures.merge(
        key,
        new Failures(1, now),
        (old, fresh) ->
            old.last().plus(bounds.lockOut()).isBefore(now)
                ? fresh
                : new Failures(old.count() + 1, now));
    if (failures.size() > REMEMBERED) {
      failures.remove(failures.keySet().iterator().next());
    }
  }

  /** A sign-in that succeeds clears the name; the address may have others on its conscience. */
  synchronized void succeeded(String name) {
    failures.remove(nameKey(name));
  }

  private static String nameKey(String name) {
    return "name:" + name.strip().toLowerCase(Locale.ROOT);
  }

  private static String addressKey(@Nullable InetSocketAddress from) {
    if (from == null || from.getAddress() == null) {
      return "address:unknown";
    }
    byte[] address = from.getAddress().getAddress();
    byte[] counted =
        from.getAddress() instanceof Inet6Address
            ? Arrays.copyOf(address, SITE_PREFIX_BYTES)
            : address;
    return "address:" + HexFormat.of().formatHex(counted);
  }

  private record Failures(int count, Instant last) {}
}
