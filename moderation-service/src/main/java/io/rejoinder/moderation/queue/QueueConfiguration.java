package io.rejoinder.moderation.queue;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Topics;
import io.rejoinder.moderation.account.SignedInGuard;
import io.rejoinder.moderation.broker.Broker;
import io.rejoinder.projection.ProjectedTopic;
import io.rejoinder.projection.ProjectionSupport;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wires the queue. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QueueProperties.class)
class QueueConfiguration {

  @Bean
  MongoDatabase database(
      MongoClient client, @Value("${rejoinder.moderation.database}") String name) {
    return client.getDatabase(name);
  }

  @Bean
  MongoQueue mongoQueue(MongoDatabase database) {
    return new MongoQueue(database);
  }

  @Bean
  QueueStore queueStore(
      MongoDatabase database,
      MongoQueue queue,
      @Value("${rejoinder.rebuild:false}") boolean rebuild,
      @Value("${rejoinder.store.patience:2m}") Duration patience) {
    return new QueueStore(database, queue, rebuild, patience);
  }

  /** The function of the binding {@code queue-in-0}. */
  @Bean
  ProjectedTopic queue(MongoQueue store, ProjectionSupport support) {
    return new ProjectedTopic(
            "queue", Topics.COMMENTS_MODERATED, new QueueProjector(store), support)
        .onlyWhere(Listing::mayConcern);
  }

  @Bean
  Announcements announcements(QueueProperties bounds, MeterRegistry meters) {
    return new Announcements(bounds, meters);
  }

  @Bean
  QueueFeed queueFeed(MongoQueue queue, Announcements announcements, MeterRegistry meters) {
    return new QueueFeed(queue, announcements, meters);
  }

  @Bean
  Outcomes outcomes() {
    return new Outcomes();
  }

  @Bean
  QueueFollower queueFollower(
      Broker broker, Outcomes outcomes, QueueFeed feed, MeterRegistry meters) {
    return new QueueFollower(broker.clients(), outcomes, feed, meters);
  }

  @Bean
  Reviews reviews(
      Broker broker, @Value("${rejoinder.site.address}") String site, MeterRegistry meters) {
    return new Reviews(broker.clients(), site, meters);
  }

  @Bean
  Decisions decisions(
      KafkaOperations<byte[], byte[]> kafka,
      Outcomes outcomes,
      Queue queue,
      QueueProperties bounds) {
    return new Decisions(kafka, outcomes, queue, bounds.decisionWait());
  }

  @Bean
  QueueHealth queueHealthIndicator(MongoDatabase database, ProjectedTopic queue) {
    return new QueueHealth(database, queue);
  }

  @Bean
  RouterFunction<ServerResponse> queueRoutes(
      MongoQueue queue,
      Announcements announcements,
      Reviews reviews,
      SignedInGuard guard,
      QueueProperties bounds) {
    return new QueueRoutes(queue, announcements, reviews, guard, bounds.heartbeat()).routes();
  }

  @Bean
  RouterFunction<ServerResponse> decisionRoutes(Decisions decisions, Reviews reviews, Clock clock) {
    return new DecisionRoutes(decisions, reviews, clock).routes();
  }
}
