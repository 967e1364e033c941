package io.rejoinder.comment.broker;

import io.rejoinder.events.Topics;
import io.rejoinder.projection.TopicIds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** Makes topics and warms the producer before anything is read, written or served. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerConfiguration.class);
  private static final Duration ATTEMPT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final List<String> USED =
      List.of(
          Topics.COMMENTS_SUBMITTED,
          Topics.COMMENTS_MODERATED,
          Topics.COMMENTS_PUBLISHED,
          Topics.REVIEWS_PUBLISHED);

  @Bean
  KafkaTemplate<byte[], byte[]> kafkaTemplate(ProducerFactory<?, ?> producers) {
    @SuppressWarnings("unchecked") // Both serializers are those of bytes.
    ProducerFactory<byte[], byte[]> ofBytes = (ProducerFactory<byte[], byte[]>) producers;
    return new KafkaTemplate<>(ofBytes);
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
    TopicIds topicIds = new TopicIds(kafka.buildAdminProperties(), ATTEMPT);
    Map<String, Integer> partitions = new HashMap<>();
    Map<String, String> ids = new HashMap<>();
    for (String topic : USED) {
      // Fetched by the producer itself: its first send finds the metadata there.
      retry(until, () -> partitions.put(topic, template.partitionsFor(topic).size()));
      retry(until, () -> ids.put(topic, topicIds.idOf(topic)));
    }
    return new Broker(template, partitions, ids, kafka.buildConsumerProperties());
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
