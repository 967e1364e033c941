package io.rejoinder.moderation.statement;

import io.rejoinder.moderation.index.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Wires the statements of reasons. */
@Configuration(proxyBeanMethods = false)
class StatementConfiguration {

  @Bean
  RouterFunction<ServerResponse> statementRoutes(Catalogue catalogue) {
    return new StatementRoutes(catalogue::items).routes();
  }
}
