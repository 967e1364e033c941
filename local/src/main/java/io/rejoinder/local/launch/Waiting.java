package io.rejoinder.local.launch;

import java.time.Duration;
import java.util.Locale;

/**
 * What is told while a service is not ready yet. A store that starts empty is filled from the log
 * meanwhile, which can take its time; where nothing moves, the service's own health knows the
 * cause.
 */
final class Waiting {

  private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(2);
  private static final Duration BETWEEN_HINTS = Duration.ofSeconds(20);

  private final RunningService service;
  private final Progress progress;
  private Duration nextCount;
  private Duration nextHint;
  private long told;

  Waiting(RunningService service, Progress progress) {
    this.service = service;
    this.progress = progress;
    this.nextCount = progress.elapsed().plus(BETWEEN_COUNTS);
    this.nextHint = progress.elapsed().plus(BETWEEN_HINTS);
  }

  /** Says something where there is something new to say. */
  void tell() {
    Duration now = progress.elapsed();
    if (now.compareTo(nextCount) > 0) {
      nextCount = now.plus(BETWEEN_COUNTS);
      tellCount(service.remaining(), now);
    }
    if (now.compareTo(nextHint) > 0) {
      nextHint = now.plus(BETWEEN_HINTS);
      progress.line(
          "  %-12s is not ready yet; why: %s"
              .formatted(service.part().label(), service.readiness()));
    }
  }

  private void tellCount(long remaining, Duration now) {
    if (remaining == told || remaining == 0) {
      return;
    }
    told = remaining;
    nextHint = now.plus(BETWEEN_HINTS);
    progress.line(
        String.format(
            Locale.ROOT,
            "  %-12s fills its store from the log, %,d records to go",
            service.part().label(),
            remaining));
  }
}
