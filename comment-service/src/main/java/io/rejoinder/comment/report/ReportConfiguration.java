package io.rejoinder.comment.report;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.edge.Methods;
import io.rejoinder.comment.identity.ReaderGate;
import io.rejoinder.comment.identity.Readers;
import io.rejoinder.comment.rate.PeerAddress;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.comment.thread.Threads;
import io.rejoinder.events.Secret;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The parts of the room and its route. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

  private static final String REPORTS = "/api/comments/{id}/reports";

  @Bean
  ReaderGate reportGate(
      Readers readers,
      PeerAddress peer,
      ReportProperties bounds,
      @Value("${rejoinder.comments.rate.enabled:true}") boolean limited,
      MeterRegistry meters) {
    return new ReaderGate(readers, peer, bounds.pace(limited), meters, "reports");
  }

  @Bean
  Reporting.Stores reportStores(Threads threads, Comments commentStore) {
    return new Reporting.Stores(threads, commentStore);
  }

  @Bean
  @Order(7)
  RouterFunction<ServerResponse> reportRoutes(
      ReaderGate reportGate,
      Reporting.Stores reportStores,
      Broker broker,
      ReportProperties bounds,
      Secret secret,
      Clock clock) {
    Reporting reporting = new Reporting(reportGate, reportStores, broker, bounds, secret, clock);
    return RouterFunctions.route()
        .POST(REPORTS, reporting::report)
        .route(RequestPredicates.path(REPORTS), Methods.only("POST"))
        .build();
  }
}
