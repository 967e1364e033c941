package io.rejoinder.moderation.index;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up once everything is found that the log held at the start, for as long as more is taken in. */
final class IndexHealth implements HealthIndicator {

  private final Indexing indexing;

  IndexHealth(Indexing indexing) {
    this.indexing = indexing;
  }

  @Override
  public Health health() {
    return indexing
        .failure()
        .map(cause -> Health.down().withDetail("cause", cause).build())
        .orElseGet(
            () ->
                (indexing.caughtUp() ? Health.up() : Health.outOfService())
                    .withDetail("taken", indexing.taken())
                    .build());
  }
}
