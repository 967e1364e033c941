package io.rejoinder.comment.thread;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether the store answers, within two seconds. Posting goes on without it. */
@Component("storeHealthIndicator")
final class StoreHealth implements ReactiveHealthIndicator {

  private static final Duration BOUND = Duration.ofSeconds(2);

  private final MongoDatabase database;

  StoreHealth(MongoDatabase database) {
    this.database = database;
  }

  @Override
  public Mono<Health> health() {
    return Mono.from(database.runCommand(new Document("ping", 1)))
        .timeout(BOUND)
        .map(pong -> Health.up().build())
        .onErrorResume(
            e -> Mono.just(Health.down().withDetail("cause", "the store does not answer").build()));
  }
}
