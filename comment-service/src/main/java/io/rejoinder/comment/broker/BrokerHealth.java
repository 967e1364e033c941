package io.rejoinder.comment.broker;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether the broker answers, within two seconds. */
@Component("brokerHealthIndicator")
final class BrokerHealth implements ReactiveHealthIndicator {

  private static final Duration BOUND = Duration.ofSeconds(2);

  private final Admin admin;

  BrokerHealth(Admin admin) {
    this.admin = admin;
  }

  @Override
  public Mono<Health> health() {
    DescribeClusterOptions options = new DescribeClusterOptions().timeoutMs((int) BOUND.toMillis());
    return Mono.fromFuture(
            () -> admin.describeCluster(options).nodes().toCompletionStage().toCompletableFuture())
        .timeout(BOUND)
        .map(nodes -> Health.up().withDetail("nodes", nodes.size()).build())
        .onErrorResume(
            e ->
                Mono.just(Health.down().withDetail("cause", "the broker does not answer").build()));
  }
}
