package io.rejoinder.moderation.statistics;

import io.rejoinder.moderation.index.Survey;
import io.rejoinder.moderation.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The periods that figures can be asked for, each up to now, in parts of whole hours or days (UTC).
 */
enum Span {
  DAY("24h", Duration.ofHours(1), 24),
  WEEK("7d", Duration.ofHours(6), 28),
  MONTH("30d", Duration.ofDays(1), 30),
  QUARTER("90d", Duration.ofDays(1), 90);

  private static final String BOUND =
      Arrays.stream(values()).map(Span::wireName).collect(Collectors.joining(", "));

  private final String wireName;
  private final Duration part;
  private final int parts;

  Span(String wireName, Duration part, int parts) {
    this.wireName = wireName;
    this.part = part;
    this.parts = parts;
  }

  String wireName() {
    return wireName;
  }

  /** The span of this name; a problem if there is none. */
  static Span named(String name) {
    return Arrays.stream(values())
        .filter(span -> span.wireName.equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("period", name.length() + " characters", BOUND));
  }

  /** Its last part is the one that this moment lies in. */
  Survey.Period until(Instant now) {
    long seconds = part.toSeconds();
    long end = Math.floorDiv(now.getEpochSecond(), seconds) * seconds + seconds;
    return new Survey.Period(Instant.ofEpochSecond(end - parts * seconds), part, parts);
  }
}
