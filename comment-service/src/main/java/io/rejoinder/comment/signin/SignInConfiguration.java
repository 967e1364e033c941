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
  private static final String CALLBACK = "/sign-in/callback";
  private static final String PROVIDER = "/sign-in/with/{provider}";

  @Bean
  Identifying identifying(
      SignedTokens tokens,
      Secret secret,
      @Value("${rejoinder.comments.limits.name:80}") int longest,
      Clock clock) {
    return new Identifying(tokens, new Sealer(secret), longest, clock);
  }

  @Bean
  Fetching fetching() {
    return new Fetching();
  }

  @Bean
  Hosts hosts(SignInProperties given, Fetching fetching, Identifying identifying) {
    return new Hosts(given, fetching, identifying);
  }

  @Bean
  Providers providers(SignInProperties given, Fetching fetching, Clock clock) {
    return new Providers(given, fetching, clock);
  }

  @Bean
  ReservedNames reservedNames(SignInProperties given, Hosts hosts, Providers providers) {
    return new ReservedNames(given, hosts, providers);
  }

  @Bean
  Gate signInGate(
      PeerAddress peer,
      SignInRateProperties bounds,
      @Value("${rejoinder.comments.rate.enabled:true}") boolean limited,
      ReservedNames reservedNames,
      MeterRegistry meters) {
    Rates rates = new Rates(limited, bounds.perMinute(), bounds.burst(), bounds.addresses());
    return new Gate(peer, rates, meters, reservedNames);
  }

  @Bean
  @Order(5)
  RouterFunction<ServerResponse> signInRoutes(
      Hosts hosts, Sites sites, SignedTokens tokens, Gate signInGate) {
    SignInRoutes signIns = new SignInRoutes(hosts, sites, tokens, signInGate);
    return RouterFunctions.route()
        .POST(SIGNED_IN, signIns::exchange)
        .route(RequestPredicates.path(SIGNED_IN), Methods.only("POST"))
        .build();
  }

  @Bean
  @Order(5)
  RouterFunction<ServerResponse> providerRoutes(
      Providers providers,
      Sites sites,
      Identifying identifying,
      Gate signInGate,
      Secret secret,
      @Value("${rejoinder.comments.address:http://localhost:8081}") String address) {
    ProviderRoutes routes =
        new ProviderRoutes(
            providers,
            sites,
            new Flows(secret, identifying.clock()),
            identifying,
            signInGate,
            address.replaceAll("/+$", "") + CALLBACK);
    return RouterFunctions.route()
        .GET(CALLBACK, routes::back)
        .GET(PROVIDER, routes::leave)
        .route(RequestPredicates.path(CALLBACK), Methods.only("GET"))
        .route(RequestPredicates.path(PROVIDER), Methods.only("GET"))
        .build();
  }
}
