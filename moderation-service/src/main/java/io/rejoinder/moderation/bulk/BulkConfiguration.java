package io.rejoinder.moderation.bulk;

import io.rejoinder.moderation.account.Moderators;
import io.rejoinder.moderation.index.Catalogue;
import io.rejoinder.moderation.queue.Decisions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wires decisions in bulk. */
@Configuration(proxyBeanMethods = false)
class BulkConfiguration {

  @Bean
  Batches batches(Catalogue catalogue, Decisions decisions, Moderators moderators, Clock clock) {
    return new Batches(catalogue, decisions, moderators, clock);
  }

  @Bean
  RouterFunction<ServerResponse> batchRoutes(Batches batches) {
    return new BatchRoutes(batches).routes();
  }
}
