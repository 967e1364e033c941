package io.rejoinder.moderation.intake;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Up while the loop runs; out of service while it joins or restores; down, with the cause, else.
 */
final class OwnerHealth implements HealthIndicator {

  private final Owner owner;

  OwnerHealth(Owner owner) {
    this.owner = owner;
  }

  @Override
  public Health health() {
    OwnerStatus status = owner.status();
    Health.Builder health =
        switch (status.phase()) {
          case RUNNING -> Health.up();
          case JOINING, RESTORING -> Health.outOfService();
          case FAILING, STOPPED -> Health.down();
        };
    health
        .withDetail("phase", status.phase().name().toLowerCase(java.util.Locale.ROOT))
        .withDetail("partitions", status.partitions())
        .withDetail("states", owner.held());
    if (status.cause() != null) {
      health.withDetail("cause", status.cause());
    }
    return health.build();
  }
}
