package io.rejoinder.moderation.queue;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.moderation.account.Moderators;
import io.rejoinder.moderation.account.SignedInGuard;
import io.rejoinder.moderation.author.Authors;
import io.rejoinder.moderation.broker.Broker;
import io.rejoinder.moderation.claim.Claims;
import io.rejoinder.moderation.index.Catalogue;
import java.time.Clock;
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
  Surroundings surroundings(
      Catalogue catalogue, Reviews reviews, Claims claims, Authors authors, Moderators moderators) {
    return new Surroundings(catalogue, reviews, claims::of, authors::of, moderators);
  }

  @Bean
  Lookups lookups(Catalogue catalogue, Surroundings surroundings) {
    return new Lookups(catalogue, surroundings);
  }

  @Bean
  Announcements announcements(QueueProperties bounds, Claims claims, MeterRegistry meters) {
    Announcements announcements = new Announcements(bounds, meters);
    claims.listen(announcements::announce);
    return announcements;
  }

  @Bean
  QueueFeed queueFeed(
      Catalogue catalogue,
      Surroundings surroundings,
      Announcements announcements,
      MeterRegistry meters) {
    return new QueueFeed(catalogue, surroundings, announcements, meters);
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
      Catalogue catalogue,
      QueueProperties bounds) {
    return new Decisions(kafka, outcomes, catalogue, bounds.decisionWait());
  }

  @Bean
  RouterFunction<ServerResponse> queueRoutes(
      Lookups lookups, Announcements announcements, SignedInGuard guard, QueueProperties bounds) {
    return new QueueRoutes(lookups, announcements, guard, bounds.heartbeat()).routes();
  }

  @Bean
  RouterFunction<ServerResponse> decisionRoutes(
      Decisions decisions, Lookups lookups, Moderators moderators, Clock clock) {
    return new DecisionRoutes(decisions, lookups, moderators, clock).routes();
  }
}
