package io.rejoinder.comment.signin;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.edge.Methods;
import io.rejoinder.comment.identity.SignedTokens;
import io.rejoinder.comment.rate.PeerAddress;
import io.rejoinder.comment.rate.Rates;
import io.rejoinder.comment.site.Sites;
import io.rejoinder.events.Sealer;
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

/** The parts of the room and its routes. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

  private static final String SIGNED_IN = "/api/readers/signed-in";

  @Bean
  Hosts.Identifying identifying(
      SignedTokens tokens,
      Secret secret,
      @Value("${rejoinder.comments.limits.name:80}") int longest,
      Clock clock) {
    return new Hosts.Identifying(tokens, new Sealer(secret), longest, clock);
  }

  @Bean
  Hosts hosts(SignInProperties given, Hosts.Identifying identifying) {
    return new Hosts(given, new Fetching(), identifying);
  }

  @Bean
  SignInRoutes signIns(
      Hosts hosts,
      Sites sites,
      SignedTokens tokens,
      PeerAddress peer,
      SignInRateProperties bounds,
      @Value("${rejoinder.comments.rate.enabled:true}") boolean limited,
      MeterRegistry meters) {
    Rates rates = new Rates(limited, bounds.perMinute(), bounds.burst(), bounds.addresses());
    return new SignInRoutes(hosts, sites, tokens, new SignInRoutes.Edge(peer, rates, meters));
  }

  @Bean
  @Order(5)
  RouterFunction<ServerResponse> signInRoutes(SignInRoutes signIns) {
    return RouterFunctions.route()
        .POST(SIGNED_IN, signIns::exchange)
        .route(RequestPredicates.path(SIGNED_IN), Methods.only("POST"))
        .build();
  }
}
