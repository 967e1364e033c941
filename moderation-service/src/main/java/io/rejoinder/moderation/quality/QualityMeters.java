package io.rejoinder.moderation.quality;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures as gauges; NaN for what too few cases tell. */
final class QualityMeters {

  private final MeterRegistry meters;
  private final Quality quality;

  QualityMeters(MeterRegistry meters, Quality quality) {
    this.meters = meters;
    this.quality = quality;
    estimate("precision", Report::precision);
    estimate("recall", Report::recall);
    estimate("false.positives", Report::falsePositives);
    estimate("honest.held", Report::honestHeld);
    estimate("agreement", Report::agreement);
    gauge("kappa", "value", Report::kappa);
    deviation("calibration.error", Report::calibration);
    deviation("drift.scores", report -> report.drift().get("scores"));
    deviation("drift.outcomes", report -> report.drift().get("outcomes"));
    gauge("waiting", "value", report -> (double) report.waiting());
    gauge("rejection.paused", "value", report -> report.rejection().paused() == null ? 0.0 : 1.0);
  }

  private void estimate(String name, Function<Report, Estimate> part) {
    gauge(name, "value", report -> part.apply(report).value());
    gauge(name, "low", report -> part.apply(report).low());
    gauge(name, "high", report -> part.apply(report).high());
    gauge(name, "n", report -> (double) part.apply(report).n());
  }

  private void deviation(String name, Function<Report, @Nullable Deviation> part) {
    gauge(name, "value", report -> value(part.apply(report)));
    gauge(name, "chance", report -> chance(part.apply(report)));
  }

  private static @Nullable Double value(@Nullable Deviation one) {
    return one == null ? null : one.value();
  }

  private static @Nullable Double chance(@Nullable Deviation one) {
    return one == null ? null : one.chance();
  }

  private void gauge(String name, String figure, Function<Report, @Nullable Double> value) {
    Gauge.builder("rejoinder.quality." + name, quality, now -> number(value.apply(now.report())))
        .tag("figure", figure)
        .register(meters);
  }

  private static double number(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }
}
