package io.rejoinder.review.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts failed sign-ins by a key and locks it for 15 minutes. A try counts as failed from its
 * beginning until it succeeds, so tries at the same time are counted, too. Threadsafe.
 */
final class Lockout {

  static final Duration LOCKED = Duration.ofMinutes(15);

  /** Above this, entries that ran out are removed; a key cannot be locked for ever by others. */
  private static final int CROWD = 10_000;

  private final int failures;
  private final Clock clock;
  private final ConcurrentMap<String, Failed> byKey = new ConcurrentHashMap<>();

  Lockout(int failures, Clock clock) {
    this.failures = failures;
    this.clock = clock;
  }

  /** Begins a try; false where the key is locked. */
  boolean begin(String key) {
    Instant now = clock.instant();
    if (byKey.size() > CROWD) {
      byKey.values().removeIf(failed -> failed.until.isBefore(now));
    }
    boolean[] locked = {false};
    byKey.compute(
        key,
        (k, before) -> {
          if (before == null || before.until.isBefore(now)) {
            return new Failed(1, now.plus(LOCKED));
          }
          locked[0] = before.count >= failures;
          return locked[0] ? before : new Failed(before.count + 1, now.plus(LOCKED));
        });
    return !locked[0];
  }

  /** The try succeeded: what failed before is forgotten. */
  void succeeded(String key) {
    byKey.remove(key);
  }

  /** The try does not count after all. */
  void takeBack(String key) {
    byKey.computeIfPresent(
        key, (k, failed) -> failed.count <= 1 ? null : new Failed(failed.count - 1, failed.until));
  }

  private record Failed(int count, Instant until) {}
}
