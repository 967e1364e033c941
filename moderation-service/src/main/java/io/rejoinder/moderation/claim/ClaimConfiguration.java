package io.rejoinder.moderation.claim;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.moderation.broker.Broker;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wires the claims. */
@Configuration(proxyBeanMethods = false)
class ClaimConfiguration {

  @Bean
  Claims claims(
      Broker broker, KafkaTemplate<byte[], byte[]> kafka, Clock clock, MeterRegistry meters) {
    return new Claims(broker.clients(), kafka, clock, meters);
  }

  @Bean
  RouterFunction<ServerResponse> claimRoutes(Claims claims) {
    return new ClaimRoutes(claims).routes();
  }
}
