package io.rejoinder.moderation.quality;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says whether automatic rejection is paused. The service is up all the same: comments wait. */
final class QualityHealth implements HealthIndicator {

  private final Quality quality;

  QualityHealth(Quality quality) {
    this.quality = quality;
  }

  @Override
  public Health health() {
    Rejections.Standing standing = quality.report().rejection();
    String why = standing.paused();
    return why == null || standing.since() == null
        ? Health.up().withDetail("automaticRejection", "on").build()
        : Health.up()
            .withDetail("automaticRejection", "paused")
            .withDetail("since", standing.since().toString())
            .withDetail("why", why)
            .build();
  }
}
