package io.rejoinder.review.health;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.rejoinder.projection.ProjectedTopic;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Health by cause: the broker, the store, and how far the store is filled. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

  private static final Duration BOUND = Duration.ofSeconds(3);

  @Bean(destroyMethod = "close")
  Admin healthAdmin(KafkaProperties kafka) {
    return Admin.create(kafka.buildAdminProperties());
  }

  @Bean
  ReactiveHealthIndicator brokerHealthIndicator(Admin healthAdmin) {
    return new Answering(
        () ->
            Mono.fromFuture(
                    () ->
                        healthAdmin
                            .describeCluster(
                                new DescribeClusterOptions().timeoutMs((int) BOUND.toMillis()))
                            .nodes()
                            .toCompletionStage()
                            .toCompletableFuture())
                .map(nodes -> Health.up().withDetail("brokers", nodes.size()).build()),
        "the message broker does not answer; nothing can be written");
  }

  @Bean
  ReactiveHealthIndicator storeHealthIndicator(MongoDatabase database) {
    return new Answering(
        () ->
            Mono.from(database.runCommand(new Document("ping", 1)))
                .map(pong -> Health.up().withDetail("database", database.getName()).build()),
        "the store does not answer; no page can be read");
  }

  @Bean
  ReactiveHealthIndicator projectionHealthIndicator(ProjectedTopic reviews) {
    return () -> {
      long remaining = reviews.remaining();
      Health.Builder health = remaining == 0 ? Health.up() : Health.outOfService();
      if (remaining > 0) {
        health.withDetail("cause", "the store is being filled from the log");
      }
      return Mono.just(health.withDetail("remaining", remaining).build());
    };
  }

  /**
   * Up where a part answers in time, down with the cause where it does not.
   *
   * @param cause what its absence means
   */
  private record Answering(Supplier<Mono<Health>> ask, String cause)
      implements ReactiveHealthIndicator {
    @Override
    public Mono<Health> health() {
      return Mono.defer(ask)
          .timeout(BOUND)
          .onErrorResume(e -> Mono.just(Health.down(e).withDetail("cause", cause).build()));
    }
  }
}
