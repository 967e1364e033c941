package io.rejoinder.review.review;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.review.ReviewState;
import io.rejoinder.projection.ProjectedTopic;
import io.rejoinder.projection.ProjectionSupport;
import io.rejoinder.projection.Received;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import reactor.core.publisher.Mono;

/** Wires the room of reviews: topics, store, projection and writer. */
@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ReviewConfiguration.class);

  /** How long the broker or the store may take at start. */
  private static final Duration START_BOUND = Duration.ofSeconds(60);

  /** How long a batch may take to be stored before it comes again. */
  private static final Duration STORE_BOUND = Duration.ofSeconds(30);

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  EventCodec eventCodec() {
    return new EventCodec("/review-service");
  }

  /** A reader waits for a page no longer than this where the store is away. */
  @Bean
  MongoClientSettingsBuilderCustomizer quickAnswer(ReviewProperties properties) {
    return settings ->
        settings.applyToClusterSettings(
            cluster ->
                cluster.serverSelectionTimeout(
                    properties.storeTimeout().toMillis(),
                    java.util.concurrent.TimeUnit.MILLISECONDS));
  }

  /** The database, dropped first where a rebuild is asked for, with its indexes. */
  @Bean
  MongoDatabase mongoDatabase(MongoClient client, ReviewProperties properties) {
    MongoDatabase database = client.getDatabase(properties.database());
    Mono<Void> dropped = properties.rebuild() ? Mono.from(database.drop()) : Mono.empty();
    if (properties.rebuild()) {
      LOG.info("store {} is dropped and filled again from the log", properties.database());
    }
    dropped.then(ReviewIndexes.create(database)).block(START_BOUND);
    return database;
  }

  @Bean
  TopicsCreated topicsCreated(KafkaProperties kafka, ReviewProperties properties) {
    try (Admin admin = Admin.create(kafka.buildAdminProperties())) {
      Topics.createMissing(admin, properties.replication(), START_BOUND);
    }
    return new TopicsCreated();
  }

  @Bean
  Reviews reviewStore(MongoDatabase database) {
    return new MongoReviews(database);
  }

  @Bean(destroyMethod = "close")
  @DependsOn("topicsCreated")
  ReviewWriting reviewWriting(
      KafkaProperties kafka, EventCodec codec, Clock clock, MeterRegistry meters) {
    return new ReviewWriting(new ReviewLog(kafka.buildAdminProperties(), codec), clock, meters);
  }

  /** The projection; its name is the function's in {@code review-service.yml}. */
  @Bean
  @DependsOn("topicsCreated")
  ProjectedTopic reviews(Reviews reviewStore, ProjectionSupport support) {
    return new ProjectedTopic(
        "reviews", Topics.REVIEWS_PUBLISHED, batch -> store(reviewStore, batch), support);
  }

  private static void store(Reviews reviews, List<Received> batch) {
    List<ReviewState> states =
        batch.stream()
            .map(Received::event)
            .filter(ReviewState.class::isInstance)
            .map(ReviewState.class::cast)
            .toList();
    reviews.store(states).block(STORE_BOUND);
  }

  /** Says that every topic exists. */
  static final class TopicsCreated {}
}
