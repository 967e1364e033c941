package io.rejoinder.moderation.queue;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.rejoinder.projection.ProjectedTopic;
import java.time.Duration;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/** Up while the store answers and holds what the log held when the partitions were assigned. */
final class QueueHealth implements ReactiveHealthIndicator {

  private static final Duration BOUND = Duration.ofSeconds(2);

  private final MongoDatabase database;
  private final ProjectedTopic projection;

  QueueHealth(MongoDatabase database, ProjectedTopic projection) {
    this.database = database;
    this.projection = projection;
  }

  @Override
  public Mono<Health> health() {
    return Mono.from(database.runCommand(new Document("ping", 1)))
        .timeout(BOUND)
        .map(answer -> filled(projection.remaining()))
        .onErrorResume(e -> Mono.just(Health.down().withDetail("cause", e.toString()).build()));
  }

  private static Health filled(long remaining) {
    Health.Builder health = remaining == 0 ? Health.up() : Health.outOfService();
    return health.withDetail("remaining", remaining).build();
  }
}
