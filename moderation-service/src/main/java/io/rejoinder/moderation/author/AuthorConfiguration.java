package io.rejoinder.moderation.author;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Sealed;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.Secret;
import io.rejoinder.moderation.broker.Broker;
import io.rejoinder.moderation.erasure.ErasureProperties;
import io.rejoinder.moderation.index.Catalogue;
import io.rejoinder.moderation.index.Filling;
import io.rejoinder.moderation.index.Item;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Wires what is held of authors. */
@Configuration(proxyBeanMethods = false)
class AuthorConfiguration {

  @Bean
  Authors authors(
      Broker broker,
      KafkaOperations<byte[], byte[]> producer,
      Secret secret,
      MeterRegistry meters) {
    return new Authors(broker.clients(), producer, new Sealer(secret), meters);
  }

  @Bean
  Fading fading(
      Authors authors, Catalogue catalogue, Filling index, ErasureProperties erasure, Clock clock) {
    return new Fading(authors, catalogue, index, erasure.within(), clock);
  }

  @Bean
  RouterFunction<ServerResponse> authorRoutes(Authors authors, Catalogue catalogue, Clock clock) {
    return new AuthorRoutes(
            authors, new Keeping(authors, clock), id -> addressOf(catalogue, id), clock)
        .routes();
  }

  private static Mono<Sealed> addressOf(Catalogue catalogue, String id) {
    return Mono.fromCallable(() -> catalogue.items(List.of(id)))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()))
        .map(Item::writer)
        .flatMap(writer -> Mono.justOrEmpty(writer.sealedAddress()));
  }
}
