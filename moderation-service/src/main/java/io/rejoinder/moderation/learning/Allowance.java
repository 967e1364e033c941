package io.rejoinder.moderation.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How much another site teaches in a day. A correction is made of the last 8,192 examples, so a
 * program that says everything of its archive at once would have all decisions forgotten that were
 * made here. By the times in the log, so that every writer of it counts the same.
 */
final class Allowance {

  /** Of one site, in a day: as many as a moderator has votes. */
  static final int MOST = 500;

  private static final Duration DAY = Duration.ofDays(1);

  private final Map<String, Deque<Instant>> bySource = new HashMap<>();

  /** Counts an example. */
  void taken(String source, Instant at) {
    Deque<Instant> times = bySource.computeIfAbsent(source, one -> new ArrayDeque<>());
    times.addLast(at);
    if (times.size() > MOST) {
      times.removeFirst();
    }
  }

  /** Whether one more is within the day's. */
  boolean has(String source, Instant at) {
    Deque<Instant> times = bySource.get(source);
    return times == null || times.size() < MOST || times.getFirst().isBefore(at.minus(DAY));
  }
}
