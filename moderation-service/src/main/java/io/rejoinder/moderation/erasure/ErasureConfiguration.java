package io.rejoinder.moderation.erasure;

import io.rejoinder.moderation.broker.Broker;
import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

/** Wires the room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErasureProperties.class)
class ErasureConfiguration {

  @Bean
  Forgetting forgetting(
      Broker broker,
      KafkaTemplate<byte[], byte[]> kafkaTemplate,
      ErasureProperties settings,
      Clock clock) {
    return new Forgetting(
        () -> Admin.create(broker.clients()),
        kafkaTemplate,
        Broker.OWNERS,
        settings.within(),
        clock);
  }
}
