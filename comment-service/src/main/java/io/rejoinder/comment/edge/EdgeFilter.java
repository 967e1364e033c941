package io.rejoinder.comment.edge;

import java.time.Duration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Security headers on every answer, and CORS before any handler; the first of the filters. */
@Order(0)
final class EdgeFilter implements WebFilter {

  /** Nothing that this service sends is a document with parts of its own. */
  private static final String CSP =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Duration PREFLIGHT_KEPT = Duration.ofHours(2);

  private final DefaultCorsProcessor processor = new DefaultCorsProcessor();
  private final CorsConfiguration cors = new CorsConfiguration();

  /** The attribute of an exchange that holds what stands before this service's paths. */
  static final String PREFIX = EdgeFilter.class.getName() + ".prefix";

  private final Origins origins;
  private final String prefix;

  EdgeFilter(Origins origins, String prefix) {
    this.origins = origins;
    this.prefix = prefix;
    // Answered with the page's own origin; whether it may ask is decided before.
    cors.setAllowedOriginPatterns(List.of("*"));
    cors.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
    cors.setAllowedHeaders(
        List.of(
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "Last-Event-ID",
            "Rejoinder-Challenge",
            "Rejoinder-Reader"));
    cors.setExposedHeaders(List.of("ETag", FormTokens.HEADER, "Location", "Retry-After"));
    cors.setMaxAge(PREFLIGHT_KEPT);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    exchange.getAttributes().put(PREFIX, prefix);
    HttpHeaders headers = exchange.getResponse().getHeaders();
    headers.set("Content-Security-Policy", CSP);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    // Which origins may read is CORS's to say; the widget is a module script of another origin.
    headers.set("Cross-Origin-Resource-Policy", "cross-origin");
    if (Origins.open(exchange.getRequest())) {
      headers.setAccessControlAllowOrigin("*");
      return chain.filter(exchange);
    }
    String origin = exchange.getRequest().getHeaders().getOrigin();
    if (origin == null) {
      headers.set(HttpHeaders.VARY, HttpHeaders.ORIGIN);
      return chain.filter(exchange);
    }
    boolean own = !CorsUtils.isCorsRequest(exchange.getRequest());
    if (!own && !origins.allow(origin, exchange.getRequest())) {
      headers.set(HttpHeaders.VARY, HttpHeaders.ORIGIN);
      // That it was refused is all that a page of any origin may read: the widget says so there.
      headers.setAccessControlAllowOrigin("*");
      return Problem.of(ProblemType.ORIGIN_REFUSED).reply(exchange).write(exchange);
    }
    if (!processor.process(cors, exchange)) {
      return Problem.of(ProblemType.ORIGIN_REFUSED).reply(exchange).write(exchange);
    }
    return preflight(exchange) ? Mono.empty() : chain.filter(exchange);
  }

  private static boolean preflight(ServerWebExchange exchange) {
    return HttpMethod.OPTIONS.equals(exchange.getRequest().getMethod())
        && CorsUtils.isPreFlightRequest(exchange.getRequest());
  }
}
