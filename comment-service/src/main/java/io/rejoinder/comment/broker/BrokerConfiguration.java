package io.rejoinder.comment.broker;

import io.rejoinder.events.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;

/** Makes topics and warms the producer before anything is read, written or served. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerConfiguration.class);
  private static final Duration ATTEMPT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final List<String> WRITTEN =
      List.of(
          Topics.COMMENTS_SUBMITTED,
          Topics.COMMENTS_PUBLISHED,
          Topics.THREADS_OPENED,
          Topics.THREADS_FOLLOWED,
          Topics.COMMENTS_LIKED,
          Topics.deadLettersOf(Topics.COMMENTS_MODERATED),
          Topics.deadLettersOf(Topics.COMMENTS_LIKED));

  @Bean
  KafkaTemplate<byte[], byte[]> kafkaTemplate(ProducerFactory<?, ?> producers) {
    @SuppressWarnings("unchecked") // Both serializers are those of bytes.
    ProducerFactory<byte[], byte[]> ofBytes = (ProducerFactory<byte[], byte[]>) producers;
    KafkaTemplate<byte[], byte[]> template = new KafkaTemplate<>(ofBytes);
    // Whoever sends hears of a failure and says it once, with the id that it is about.
    template.setProducerListener(new ProducerListener<>() {});
    return template;
  }

  @Bean(destroyMethod = "close")
  Admin brokerAdmin(KafkaProperties kafka) {
    return Admin.create(kafka.buildAdminProperties());
  }

  @Bean
  Broker broker(
      KafkaProperties kafka,
      KafkaTemplate<byte[], byte[]> template,
      Admin admin,
      BrokerProperties properties) {
    Instant until = Instant.now().plus(properties.patience());
    retry(until, () -> Topics.createMissing(admin, properties.replication(), ATTEMPT));
    Map<String, Integer> partitions = new HashMap<>();
    Map<String, String> ids = new HashMap<>();
    retry(
        until,
        () ->
            described(admin)
                .forEach(
                    (topic, description) -> {
                      partitions.put(topic, description.partitions().size());
                      ids.put(topic, description.topicId().toString());
                    }));
    for (String topic : WRITTEN) {
      // Fetched by the producer itself: its first send finds the metadata there.
      retry(until, () -> template.partitionsFor(topic));
    }
    return new Broker(template, partitions, ids, kafka.buildConsumerProperties());
  }

  private static Map<String, TopicDescription> described(Admin admin) {
    try {
      return admin
          .describeTopics(List.of(Topics.COMMENTS_PUBLISHED, Topics.COMMENTS_LIKED))
          .allTopicNames()
          .get(ATTEMPT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("topics were not described within " + ATTEMPT, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while topics were described", e);
    }
  }

  /** Blocks the start, which has a thread of its own, until the broker answers. */
  private static void retry(Instant until, Runnable attempt) {
    while (true) {
      try {
        attempt.run();
        return;
      } catch (KafkaException | IllegalStateException e) {
        if (Instant.now().isAfter(until)) {
          throw new IllegalStateException("the broker does not answer: " + e.getMessage(), e);
        }
        LOG.debug("the broker does not answer yet: {}", e.toString());
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
