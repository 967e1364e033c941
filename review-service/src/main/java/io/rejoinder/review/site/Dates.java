package io.rejoinder.review.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as pages show them. */
final class Dates {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Dates() {}

  /** The day, by UTC: {@code 14 January 2014}. */
  static String day(Instant at) {
    return DAY.format(at);
  }
}
