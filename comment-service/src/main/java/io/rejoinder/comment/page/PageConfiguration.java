package io.rejoinder.comment.page;

import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.edge.Methods;
import io.rejoinder.comment.site.Sites;
import io.rejoinder.comment.thread.Threads;
import java.time.Clock;
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
class PageConfiguration {

  private static final String THREAD = "/api/sites/{site}/threads/{thread}";

  @Bean
  Opening opening(Threads threads, Broker broker, Clock clock) {
    return new Opening(threads, broker, clock);
  }

  @Bean
  @Order(5)
  RouterFunction<ServerResponse> siteRoutes(
      Sites sites,
      Threads threads,
      Broker broker,
      Clock clock,
      @Value("${rejoinder.site.address}") String reviews) {
    Successors successors = new Successors(threads, reviews, clock);
    SiteRoutes routes = new SiteRoutes(sites, threads, successors, broker);
    return RouterFunctions.route()
        .GET(THREAD, routes::read)
        .PUT(THREAD, routes::change)
        .route(RequestPredicates.path(THREAD), Methods.only("GET, PUT"))
        .build();
  }
}
