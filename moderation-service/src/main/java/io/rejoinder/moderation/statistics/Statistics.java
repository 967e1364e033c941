package io.rejoinder.moderation.statistics;

import io.rejoinder.moderation.index.Catalogue;
import io.rejoinder.moderation.index.Survey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Figures, counted anew at most every {@link #FRESH} for each span, however many look at them.
 * Threadsafe; blocks while they are counted.
 */
final class Statistics {

  /** A page that follows them live asks so often at most. */
  static final Duration FRESH = Duration.ofSeconds(3);

  private final Catalogue catalogue;
  private final Clock clock;
  private final Map<Span, Figures> counted = new EnumMap<>(Span.class);

  Statistics(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** One at a time: who comes meanwhile gets the same. */
  synchronized Figures of(Span span) {
    Instant now = clock.instant();
    Figures before = counted.get(span);
    if (before != null && now.isBefore(before.at().plus(FRESH))) {
      return before;
    }
    Survey.Period period = span.until(now);
    Figures fresh = Figures.of(span, period, catalogue.survey(period), catalogue.waiting(), now);
    counted.put(span, fresh);
    return fresh;
  }
}
