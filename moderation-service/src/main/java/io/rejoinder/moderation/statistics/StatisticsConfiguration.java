package io.rejoinder.moderation.statistics;

import io.rejoinder.moderation.index.Catalogue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wires the figures. */
@Configuration(proxyBeanMethods = false)
class StatisticsConfiguration {

  @Bean
  RouterFunction<ServerResponse> statisticsRoutes(Catalogue catalogue, Clock clock) {
    return new StatisticsRoutes(new Statistics(catalogue, clock)).routes();
  }
}
