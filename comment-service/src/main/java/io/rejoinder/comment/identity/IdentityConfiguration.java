package io.rejoinder.comment.identity;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Methods;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.rate.PeerAddress;
import io.rejoinder.comment.rate.Rates;
import io.rejoinder.events.Secret;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The parts of the room and its route. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

  private static final String PATH = "/api/readers";

  @Bean
  ReaderTokens readerTokens(Secret secret) {
    return new ReaderTokens(secret);
  }

  @Bean
  SignedTokens signedTokens(Secret secret) {
    return new SignedTokens(secret);
  }

  @Bean
  Readers readers(ReaderTokens readerTokens, SignedTokens signedTokens, Clock clock) {
    return new Readers(readerTokens, signedTokens, clock);
  }

  @Bean
  @Order(5)
  RouterFunction<ServerResponse> readerRoutes(
      ReaderTokens readerTokens,
      PeerAddress peer,
      ReaderProperties bounds,
      @Value("${rejoinder.comments.rate.enabled:true}") boolean limited,
      MeterRegistry meters) {
    Rates rates = new Rates(limited, bounds.perMinute(), bounds.burst(), bounds.addresses());
    var minted = meters.counter("rejoinder.readers.minted");
    var refused = meters.counter("rejoinder.readers.refused", "cause", "too-many-requests");
    return RouterFunctions.route()
        .POST(
            PATH,
            request -> {
              long seconds = rates.secondsToWait(peer.of(request.exchange().getRequest()));
              (seconds > 0 ? refused : minted).increment();
              return seconds > 0 ? wait(request, seconds) : minted(readerTokens.mint());
            })
        .route(RequestPredicates.path(PATH), Methods.only("POST"))
        .build();
  }

  private static Mono<ServerResponse> wait(ServerRequest request, long seconds) {
    return Problem.of(ProblemType.TOO_MANY_REQUESTS)
        .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
        .answer(request);
  }

  private static Mono<ServerResponse> minted(ReaderTokens.Reader reader) {
    return Reply.json(HttpStatus.CREATED, Json.bytes(reader))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .mono();
  }
}
