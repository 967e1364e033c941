package io.rejoinder.moderation.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets a request with a good bearer token pass, and ends one with another: with 401, and with 429
 * for a client that had too many of those. A good token is let through even then: 256 random bits
 * are not guessed, and one program's mistake must not shut out its neighbours behind one address.
 */
public final class BearerGate {

  private static final String SCHEME = "Bearer";
  private static final String ATTRIBUTE = BearerGate.class.getName();

  private final Bearers bearers;
  private final LockOut lockOut;
  private final MeterRegistry meters;

  BearerGate(Bearers bearers, LockOut lockOut, MeterRegistry meters) {
    this.bearers = bearers;
    this.lockOut = lockOut;
    this.meters = meters;
  }

  /** As a filter: no bean of the framework's kind, which would stand before every port. */
  Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Optional<String> secret = secret(exchange);
    if (secret.isEmpty()) {
      return chain.filter(exchange);
    }
    Optional<Bearers.Bearer> bearer = bearers.of(secret.get());
    if (bearer.isEmpty()) {
      return refuse(exchange);
    }
    exchange.getAttributes().put(ATTRIBUTE, bearer.get());
    return chain.filter(exchange);
  }

  private Mono<Void> refuse(ServerWebExchange exchange) {
    Optional<Duration> refused = failed(exchange.getRequest().getRemoteAddress());
    if (refused.isPresent()) {
      return Mono.error(new Problem(ProblemType.LOCKED_OUT, null).retryAfter(refused.get()));
    }
    exchange
        .getResponse()
        .getHeaders()
        .set(HttpHeaders.WWW_AUTHENTICATE, SCHEME + " error=\"invalid_token\"");
    return Mono.error(new Problem(ProblemType.BEARER_REFUSED, null));
  }

  /**
   * Counts a token that was not good, wherever it stood. For how long this client's are answered
   * with a refusal, where it had too many; empty where it had not.
   */
  public Optional<Duration> failed(@Nullable InetSocketAddress from) {
    Optional<Duration> refused = lockOut.refused(from);
    if (refused.isEmpty()) {
      lockOut.failed(from);
    }
    meters
        .counter(
            "rejoinder.account.bearers.refused",
            "cause",
            refused.isPresent() ? "locked-out" : "wrong")
        .increment();
    return refused;
  }

  /** Who the filter let pass with this request. */
  static Optional<Bearers.Bearer> bearer(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
  }

  /** What a request carries as its token, good or not; empty where it carries none. */
  static Optional<String> secret(ServerWebExchange exchange) {
    String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    return Optional.of(header.substring(SCHEME.length()).strip());
  }
}
