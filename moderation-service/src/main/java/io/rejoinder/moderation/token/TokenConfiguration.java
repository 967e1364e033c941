package io.rejoinder.moderation.token;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.moderation.account.Bearers;
import io.rejoinder.moderation.broker.Broker;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wires the tokens. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

  @Bean
  Tokens tokens(Broker broker, KafkaOperations<byte[], byte[]> producer, MeterRegistry meters) {
    return new Tokens(broker.clients(), producer, meters);
  }

  @Bean
  Bearers bearers(Tokens tokens, Clock clock) {
    return new KnownBearers(tokens, clock);
  }

  @Bean
  RouterFunction<ServerResponse> tokenRoutes(Tokens tokens, Clock clock) {
    return new TokenRoutes(new Issuing(tokens, clock)).routes();
  }
}
