package io.rejoinder.moderation.audit;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while the chain cannot be written, and where it is broken. */
final class AuditHealth implements HealthIndicator {

  private final Audit audit;

  AuditHealth(Audit audit) {
    this.audit = audit;
  }

  @Override
  public Health health() {
    Health.Builder health =
        audit.brokenAt().isPresent() || audit.failure().isPresent() ? Health.down() : Health.up();
    audit.brokenAt().ifPresent(number -> health.withDetail("brokenAtEntry", number));
    audit.failure().ifPresent(cause -> health.withDetail("cause", cause));
    return health.withDetail("entries", audit.length()).build();
  }
}
