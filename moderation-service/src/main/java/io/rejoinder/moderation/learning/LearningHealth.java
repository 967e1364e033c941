package io.rejoinder.moderation.learning;

import io.rejoinder.moderation.scribe.Scribe;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while decisions are not learned: not written as examples, or read and not known. */
final class LearningHealth implements HealthIndicator {

  /** Ten times what a fit of all examples takes, with its rest. */
  private static final Duration TOO_LONG = Duration.ofSeconds(30);

  private final Scribe scribe;
  private final Progress progress;

  LearningHealth(Scribe scribe, Progress progress) {
    this.scribe = scribe;
    this.progress = progress;
  }

  @Override
  public Health health() {
    boolean late = progress.behindFor().filter(time -> time.compareTo(TOO_LONG) > 0).isPresent();
    Health.Builder health = late || scribe.failure().isPresent() ? Health.down() : Health.up();
    scribe.failure().ifPresent(cause -> health.withDetail("cause", cause));
    return health
        .withDetail("number", progress.learned())
        .withDetail("behind", progress.behind())
        .build();
  }
}
