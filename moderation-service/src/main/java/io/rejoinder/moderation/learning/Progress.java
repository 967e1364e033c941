package io.rejoinder.moderation.learning;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How far learning has come, for metrics and health. Threadsafe. */
final class Progress {

  private final Clock clock;
  private final Counter written;
  private final Timer effective;
  private final Timer fits;
  private @Nullable Instant behindSince;
  private @Nullable Instant decided;
  private long read;
  private long learned;

  Progress(Clock clock, MeterRegistry meters) {
    this.clock = clock;
    this.written = meters.counter("rejoinder.learning.written");
    this.effective =
        Timer.builder("rejoinder.learning.effective")
            .description("from a decision to the correction that knows it")
            .register(meters);
    this.fits = meters.timer("rejoinder.learning.fits");
    Gauge.builder("rejoinder.learning.number", this, Progress::learned)
        .description("the last example that the correction knows")
        .register(meters);
    Gauge.builder("rejoinder.learning.behind", this, Progress::behind)
        .description("examples that were read and are not in the correction yet")
        .register(meters);
  }

  /** This instance wrote so many examples. */
  void written(int fresh) {
    written.increment(fresh);
  }

  /** An example was read. */
  synchronized void read(long number, Instant at) {
    read = Math.max(read, number);
    decided = at;
    if (behindSince == null) {
      behindSince = clock.instant();
    }
  }

  /** Times a fit. */
  <T> T fit(Supplier<T> fit) {
    return Objects.requireNonNull(fits.record(fit));
  }

  /** The correction that screens ask knows everything up to this example. */
  synchronized void learned(long number, boolean live) {
    learned = number;
    if (live && decided != null) {
      Duration age = Duration.between(decided, clock.instant());
      effective.record(age.isNegative() ? Duration.ZERO : age);
    }
    behindSince = number < read ? clock.instant() : null;
  }

  synchronized long learned() {
    return learned;
  }

  synchronized long behind() {
    return read - learned;
  }

  /** For how long there is something that the correction does not know. */
  synchronized Optional<Duration> behindFor() {
    return Optional.ofNullable(behindSince).map(since -> Duration.between(since, clock.instant()));
  }
}
