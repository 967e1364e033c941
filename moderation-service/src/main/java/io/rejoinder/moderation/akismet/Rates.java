package io.rejoinder.moderation.akismet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often each key asks, minute by minute, of this instance. Keys are those that administrators
 * made, so there are few. Threadsafe.
 */
final class Rates {

  private static final Duration LENGTH = Duration.ofMinutes(1);

  private final int most;
  private final Clock clock;
  private final Map<String, Minute> minutes = new HashMap<>();

  Rates(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /** Counts a call; after what time to ask again where that is one too many. */
  synchronized Optional<Duration> tooMany(String token) {
    Instant now = clock.instant();
    Minute current =
        minutes.compute(
            token,
            (id, before) ->
                before == null || !now.isBefore(before.end())
                    ? new Minute(1, now.plus(LENGTH))
                    : new Minute(before.calls() + 1, before.end()));
    return current.calls() <= most
        ? Optional.empty()
        : Optional.of(Duration.between(now, current.end()));
  }

  private record Minute(int calls, Instant end) {}
}
