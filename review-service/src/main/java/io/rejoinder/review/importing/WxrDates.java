package io.rejoinder.review.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Dates as exports write them. */
final class WxrDates {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][ ]HH:mm[:ss]")
          .withResolverStyle(ResolverStyle.STRICT);

  private WxrDates() {}

  /** The first of these that is a date. */
  static Optional<Instant> first(String... candidates) {
    return Stream.of(candidates).map(WxrDates::of).flatMap(Optional::stream).findFirst();
  }

  /**
   * An item's date: the GMT one, the local one, that of the feed. A local one is taken as GMT: an
   * export does not say where it was.
   */
  static Optional<Instant> of(WxrItem item) {
    return first(item.field("post_date_gmt"), item.field("post_date"), item.field("pubDate"));
  }

  /** A date; empty for anything else, such as WordPress's {@code 0000-00-00 00:00:00}. */
  private static Optional<Instant> of(String text) {
    String date = text.strip();
    return Stream.<Function<String, Instant>>of(
            value -> LocalDateTime.parse(value, LOCAL).toInstant(ZoneOffset.UTC),
            value -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from),
            value -> OffsetDateTime.parse(value).toInstant())
        .map(reading -> attempt(reading, date))
        .flatMap(Optional::stream)
        .findFirst()
        // A feed writes year -0001 for a date that was never set.
        .filter(instant -> instant.isAfter(Instant.EPOCH.minus(365 * 100, ChronoUnit.DAYS)));
  }

  private static Optional<Instant> attempt(Function<String, Instant> reading, String date) {
    try {
      return Optional.of(reading.apply(date));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
