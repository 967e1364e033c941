package io.rejoinder.moderation.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.moderation.policy.Fallback;
import io.rejoinder.moderation.policy.InForce;
import io.rejoinder.moderation.policy.TestSettings;
import io.rejoinder.moderation.quality.TestSampling;
import io.rejoinder.moderation.screening.Screening;
import io.rejoinder.moderation.screening.TestScreening;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Loops as the service wires them, with one screen that holds what says "hold". */
final class Loops {

  final MeterRegistry meters = new SimpleMeterRegistry();
  private final Map<String, Object> kafka;
  private final IntakeProperties settings =
      new IntakeProperties(100, Duration.ofSeconds(6), Duration.ofSeconds(6), 1000);

  Loops(Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  KafkaClients clients(String instance) {
    return new KafkaClients(kafka, instance, settings);
  }

  /** A loop whose screen does this before it looks at a text. */
  Owner owner(String instance, Consumer<String> look) {
    Screening screening = TestScreening.holding(look, meters);
    return new Owner(
        clients(instance),
        new BatchJudge(
            screening,
            () -> InForce.of(TestSettings.shipped()),
            Fallback.NEVER,
            TestSampling.of(0)),
        new ImportThrottle(settings.importsWaitAbove()),
        new IntakeMeters(meters, Clock.systemUTC()),
        new Traffic(kafka, screening, Duration.ofMinutes(10), Clock.systemUTC(), meters));
  }

  Owner owner(String instance) {
    return owner(instance, text -> {});
  }

  /** What shows people's decisions of the last fifty years to screens that pass them on. */
  Judgements judgements(Consumer<CommentState> told) {
    return new Judgements(
        kafka,
        TestScreening.told(told, meters),
        Duration.ofDays(18_250),
        Clock.systemUTC(),
        meters);
  }
}
