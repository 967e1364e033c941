package io.rejoinder.projection;

import com.mongodb.MongoClientSettings;
import com.mongodb.connection.TransportSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Wires the projections of a service and the client of their store; imported by its application
 * class. Needs a {@link MongoDatabase} and a producer of bytes.
 */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

  private static final Duration BROKER_BOUND = Duration.ofSeconds(30);
  private static final long FIRST_RETRY_MS = 200;
  private static final long LAST_RETRY_MS = 5_000;

  /** How soon a start notices that nothing is left to fill the store with. */
  private static final long IDLE_MS = 200;

  /**
   * With the driver's own transport. On Netty's, which Spring Boot chooses where it finds Netty,
   * the driver writes every byte by a call that checks its bounds, at more than twice the cost.
   */
  @Bean
  MongoClient storeClient(ObjectProvider<MongoClientSettingsBuilderCustomizer> customizers) {
    MongoClientSettings.Builder settings = MongoClientSettings.builder();
    customizers.orderedStream().forEach(customizer -> customizer.customize(settings));
    settings.transportSettings(TransportSettings.asyncBuilder().build());
    return MongoClients.create(settings.build());
  }

  @Bean
  ProjectionSupport projectionSupport(
      MongoDatabase database,
      KafkaProperties kafka,
      KafkaOperations<byte[], byte[]> producer,
      MeterRegistry meters) {
    return new ProjectionSupport(
        new MongoPositions(database),
        new TopicIds(kafka.buildAdminProperties(), BROKER_BOUND),
        new DeadLetters(producer, meters));
  }

  @Bean
  KafkaBindingRebalanceListener projectionSeek(ObjectProvider<ProjectedTopic> projections) {
    return new KafkaBindingRebalanceListener() {
      @Override
      public void onPartitionsAssigned(
          String binding,
          Consumer<?, ?> consumer,
          Collection<TopicPartition> partitions,
          boolean initial) {
        of(binding).forEach(projection -> projection.assigned(consumer, partitions));
      }

      @Override
      public void onPartitionsRevokedBeforeCommit(
          String binding, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        of(binding).forEach(projection -> projection.writeMarks(consumer));
      }

      @Override
      public void onPartitionsRevokedAfterCommit(
          String binding, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        of(binding).forEach(projection -> projection.revoked(partitions));
      }

      private Stream<ProjectedTopic> of(String binding) {
        return projections.stream().filter(projection -> projection.binding().equals(binding));
      }
    };
  }

  /**
   * An outage is a delay: a failed batch comes again for as long as the failure lasts, with pauses
   * from 0.2 s to 5 s. What cannot be read never gets here, {@link ProjectedTopic} puts it aside.
   */
  @Bean
  ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> retryForever(
      ObjectProvider<ProjectedTopic> projections) {
    return (container, destination, group) -> {
      ExponentialBackOff backOff = new ExponentialBackOff(FIRST_RETRY_MS, 2);
      backOff.setMaxInterval(LAST_RETRY_MS);
      DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
      handler.setClassifications(Map.of(), true);
      container.setCommonErrorHandler(handler);
      container.getContainerProperties().setIdleEventInterval(IDLE_MS);
      projections.stream()
          .filter(projection -> projection.topic().equals(destination))
          .forEach(
              projection ->
                  container
                      .getContainerProperties()
                      .setIdleBetweenPolls(projection.rest().toMillis()));
    };
  }

  @Bean
  ApplicationListener<ListenerContainerIdleEvent> projectionIdle(
      ObjectProvider<ProjectedTopic> projections) {
    return event -> {
      Collection<TopicPartition> partitions = event.getTopicPartitions();
      if (partitions != null) {
        projections.forEach(projection -> projection.idle(event.getConsumer(), partitions));
      }
    };
  }

  @Bean
  MeterBinder projectionMeters(ObjectProvider<ProjectedTopic> projections) {
    return (MeterRegistry registry) -> {
      List<ProjectedTopic> all = projections.stream().toList();
      all.forEach(
          projection ->
              Gauge.builder("rejoinder.projection.remaining", projection, ProjectedTopic::remaining)
                  .tag("projection", projection.binding())
                  .register(registry));
    };
  }
}
