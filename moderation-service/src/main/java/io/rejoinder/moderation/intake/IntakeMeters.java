package io.rejoinder.moderation.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rejoinder.moderation.intake.Batch.Counted;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What the loop counts, after it is committed. */
final class IntakeMeters {

  private static final double NANOS = 1e9;

  private final MeterRegistry meters;
  private final Clock clock;
  private final Busy busy = new Busy();
  private final Counter aborts;
  private final Timer restores;
  private final Timer decided;

  IntakeMeters(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
    this.aborts = meters.counter("rejoinder.intake.aborts");
    this.restores = meters.timer("rejoinder.intake.restores");
    this.decided =
        Timer.builder("rejoinder.intake.decided")
            .description("from a submission's acceptance to its committed state")
            .publishPercentileHistogram()
            .register(meters);
  }

  /** Gauges of the loop and the throttle. */
  void watch(Owner owner, ImportThrottle throttle) {
    FunctionCounter.builder("rejoinder.intake.busy", busy, sum -> sum.nanos() / NANOS)
        .description("how long the loop has worked")
        .baseUnit("seconds")
        .register(meters);
    Gauge.builder("rejoinder.intake.states", owner, Owner::held).register(meters);
    Gauge.builder("rejoinder.intake.lag", throttle, ImportThrottle::live)
        .tag("traffic", "live")
        .register(meters);
    Gauge.builder("rejoinder.intake.lag", throttle, ImportThrottle::imports)
        .tag("traffic", "imports")
        .register(meters);
  }

  void committed(List<Counted> batch) {
    for (Counted one : batch) {
      if (one.result().equals(Counted.DEAD)) {
        meters.counter("rejoinder.events.dead", "topic", one.kind()).increment();
      } else {
        meters
            .counter("rejoinder.intake.folded", "command", one.kind(), "result", one.result())
            .increment();
      }
      if (one.kind().equals("submit")) {
        Duration age = Duration.between(one.at(), clock.instant());
        decided.record(age.isNegative() ? Duration.ZERO : age);
      }
    }
  }

  void aborted() {
    aborts.increment();
  }

  void restored(Runnable restore) {
    busy.during(() -> restores.record(restore));
  }

  /** Counts the time of the loop's work, and says how much that was. */
  Busy busy() {
    return busy;
  }
}
