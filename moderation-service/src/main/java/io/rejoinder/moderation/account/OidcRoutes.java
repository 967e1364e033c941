package io.rejoinder.moderation.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.moderation.account.AccountProperties.Place;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The way to the provider and back. A browser comes back to the console in any case, and is told
 * there what went wrong: {@code ?sign-in=unknown} (no such account), {@code refused} or {@code
 * away}.
 */
final class OidcRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(OidcRoutes.class);
  private static final String COOKIE = "rejoinder_provider";
  private static final Duration LASTS = Duration.ofMinutes(10);

  private final SecureRandom random = new SecureRandom();
  private final OidcProvider provider;
  private final Accounts accounts;
  private final SessionKeeper keeper;
  private final Sealer sealer;
  private final Place place;
  private final Clock clock;
  private final MeterRegistry meters;

  OidcRoutes(
      OidcProvider provider,
      Accounts accounts,
      SessionKeeper keeper,
      Sealer sealer,
      Place place,
      Clock clock,
      MeterRegistry meters) {
    this.provider = provider;
    this.accounts = accounts;
    this.keeper = keeper;
    this.sealer = sealer;
    this.place = place;
    this.clock = clock;
    this.meters = meters;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/sign-in/provider", this::begin)
        .GET("/sign-in/callback", this::back)
        .build();
  }

  private Mono<ServerResponse> begin(ServerRequest request) {
    OidcFlow flow = OidcFlow.begin(random, clock.instant().plus(LASTS));
    return provider
        .begin(flow)
        .flatMap(
            at -> {
              request.exchange().getResponse().addCookie(cookie(flow.sealed(sealer), LASTS));
              return to(at);
            })
        .onErrorResume(e -> failed("away", e));
  }

  private Mono<ServerResponse> back(ServerRequest request) {
    HttpCookie cookie = request.cookies().getFirst(name());
    Optional<OidcFlow> flow =
        Optional.ofNullable(cookie)
            .flatMap(one -> OidcFlow.read(sealer, one.getValue(), clock.instant()))
            .filter(one -> request.queryParam("state").filter(one.state()::equals).isPresent());
    Optional<String> code = request.queryParam("code");
    request.exchange().getResponse().addCookie(cookie("", Duration.ZERO));
    if (flow.isEmpty() || code.isEmpty()) {
      count("refused");
      return home("refused");
    }
    return provider
        .name(flow.get(), code.get())
        .flatMap(name -> signedIn(request, name))
        .onErrorResume(e -> failed("refused", e));
  }

  /** Whoever the provider vouches for needs an account here that is open. */
  private Mono<ServerResponse> signedIn(ServerRequest request, Optional<String> name) {
    Optional<AccountState> account = name.flatMap(accounts::named);
    if (account.isEmpty()) {
      count("unknown");
      return home("unknown");
    }
    count("signed-in");
    SignIn.Proven proven = new SignIn.Proven(account.get(), SignIn.PROVIDER);
    return keeper.begin(request.exchange(), proven).then(Mono.defer(() -> to(URI.create("/"))));
  }

  private Mono<ServerResponse> failed(String why, Throwable cause) {
    LOG.warn("a sign-in at the provider came to nothing: {}", cause.toString());
    count(why);
    return home(why);
  }

  private static Mono<ServerResponse> home(String why) {
    return to(URI.create("/?sign-in=" + why));
  }

  private static Mono<ServerResponse> to(URI address) {
    return ServerResponse.status(HttpStatus.SEE_OTHER).location(address).build();
  }

  private String name() {
    return (place.secure() ? "__Host-" : "") + COOKIE;
  }

  /** Lax: it comes back with a browser that another site sends. */
  private ResponseCookie cookie(String value, Duration age) {
    return ResponseCookie.from(name(), value)
        .httpOnly(true)
        .secure(place.secure())
        .sameSite("Lax")
        .path("/")
        .maxAge(age)
        .build();
  }

  private void count(String result) {
    meters.counter("rejoinder.account.provider-sign-ins", "result", result).increment();
  }
}
