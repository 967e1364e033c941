package io.rejoinder.moderation.broker;

import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Wires what everything that speaks to the broker needs. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Broker broker(KafkaProperties kafka, @Value("${rejoinder.instance:0}") String instance) {
    return new Broker(kafka.buildAdminProperties(), instance);
  }

  @Bean
  TopicsReady topicsReady(
      Broker broker,
      @Value("${rejoinder.topics.replication:1}") short replication,
      @Value("${rejoinder.topics.patience:2m}") Duration patience) {
    return new TopicsReady(broker.clients(), replication, patience);
  }

  /** The producer of the edge and of dead letters: bytes, as the event codec makes them. */
  @Bean
  KafkaTemplate<byte[], byte[]> kafkaTemplate(KafkaProperties kafka) {
    return new KafkaTemplate<>(
        new DefaultKafkaProducerFactory<>(
            kafka.buildProducerProperties(), new ByteArraySerializer(), new ByteArraySerializer()));
  }
}
