package io.rejoinder.comment.personal;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.edge.Methods;
import io.rejoinder.comment.identity.ReaderGate;
import io.rejoinder.comment.identity.Readers;
import io.rejoinder.comment.rate.PeerAddress;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The parts of the room and its routes. */
@Configuration(proxyBeanMethods = false)
class PersonalConfiguration {

  private static final String DATA = "/api/readers/me/data";
  private static final String ERASURE = "/api/readers/me/erasure";

  @Bean
  ReaderGate personalGate(
      Readers readers,
      PeerAddress peer,
      PersonalProperties bounds,
      @Value("${rejoinder.comments.rate.enabled:true}") boolean limited,
      MeterRegistry meters) {
    return new ReaderGate(readers, peer, bounds.pace(limited), meters, "personal");
  }

  @Bean
  Belongings belongings(List<Holding> holdings, PersonalProperties bounds, Clock clock) {
    return new Belongings(holdings, bounds.within(), clock);
  }

  @Bean
  @Order(8)
  RouterFunction<ServerResponse> personalRoutes(ReaderGate personalGate, Belongings belongings) {
    PersonalRoutes routes = new PersonalRoutes(personalGate, belongings);
    return RouterFunctions.route()
        .GET(DATA, routes::data)
        .POST(ERASURE, routes::erase)
        .route(RequestPredicates.path(DATA), Methods.only("GET"))
        .route(RequestPredicates.path(ERASURE), Methods.only("POST"))
        .build();
  }
}
