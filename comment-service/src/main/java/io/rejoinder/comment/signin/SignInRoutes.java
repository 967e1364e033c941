package io.rejoinder.comment.signin;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.edge.Bodies;
import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.identity.SignedIn;
import io.rejoinder.comment.identity.SignedTokens;
import io.rejoinder.comment.rate.PeerAddress;
import io.rejoinder.comment.rate.Rates;
import io.rejoinder.comment.site.Site;
import io.rejoinder.comment.site.Sites;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Signing in over HTTP. Nothing of a token is logged or sent back. */
final class SignInRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(SignInRoutes.class);
  private static final int MOST_BYTES = 16 * 1024;

  private final Hosts hosts;
  private final Sites sites;
  private final SignedTokens tokens;
  private final PeerAddress peer;
  private final Rates rates;
  private final MeterRegistry meters;
  private final Bodies<Given> bodies = new Bodies<>(Given.class, MOST_BYTES, this::refuse);

  SignInRoutes(Hosts hosts, Sites sites, SignedTokens tokens, Edge edge) {
    this.hosts = hosts;
    this.sites = sites;
    this.tokens = tokens;
    this.peer = edge.peer();
    this.rates = edge.rates();
    this.meters = edge.meters();
  }

  /** Who is at the other end, how often they may ask, and what became of it. */
  record Edge(PeerAddress peer, Rates rates, MeterRegistry meters) {}

  /**
   * A token of a site's server as it comes.
   *
   * @param site the site
   * @param token what its server signed
   */
  record Given(@Nullable String site, @Nullable String token) {}

  /** An identity as its browser gets it. */
  private record Taken(String id, String token, String name, boolean verified, Instant expiresAt) {}

  /** A token of the site's server for one of ours. */
  Mono<ServerResponse> exchange(ServerRequest request) {
    long seconds = rates.secondsToWait(peer.of(request.exchange().getRequest()));
    if (seconds > 0) {
      return refuse(
          Problem.of(ProblemType.TOO_MANY_REQUESTS)
              .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds)),
          request);
    }
    return bodies.read(request, given -> exchange(request, given));
  }

  private Mono<ServerResponse> exchange(ServerRequest request, Given given) {
    String site = given.site() == null ? Sites.REVIEWS : given.site();
    String token = given.token() == null ? "" : given.token();
    Optional<Site> known = sites.named(site);
    if (known.isEmpty() || !hosts.has(site)) {
      return refuse(Problem.of(ProblemType.NO_SIGN_IN), request);
    }
    if (elsewhere(request, known.get())) {
      return refuse(Problem.of(ProblemType.ORIGIN_REFUSED), request);
    }
    return Mono.fromCallable(() -> hosts.signIn(site, token).orElseThrow())
        .subscribeOn(Schedulers.boundedElastic())
        .map(this::taken)
        .onErrorResume(e -> refused(request, site, Exceptions.unwrap(e)));
  }

  /** Whether a page of another site asks: a reader is somebody for one site. */
  private static boolean elsewhere(ServerRequest request, Site site) {
    HttpHeaders headers = request.exchange().getRequest().getHeaders();
    String origin = headers.getOrigin();
    return origin != null
        && org.springframework.web.cors.reactive.CorsUtils.isCorsRequest(
            request.exchange().getRequest())
        && !site.has(origin);
  }

  private ServerResponse taken(SignedIn reader) {
    meters.counter("rejoinder.readers.signed.in").increment();
    Taken taken =
        new Taken(reader.reader(), tokens.issue(reader), reader.name(), true, reader.until());
    return Reply.json(HttpStatus.CREATED, Json.bytes(taken))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private Mono<ServerResponse> refused(ServerRequest request, String site, Throwable cause) {
    if (cause instanceof TokenRefused refused) {
      return refuse(Problem.of(ProblemType.SIGN_IN_REFUSED, refused.errors()), request);
    }
    if (cause instanceof IOException) {
      LOG.warn("the keys of site {} cannot be had: {}", site, String.valueOf(cause.getCause()));
      return refuse(
          Problem.of(ProblemType.SIGN_IN_UNAVAILABLE).withHeader(HttpHeaders.RETRY_AFTER, "30"),
          request);
    }
    return Mono.error(cause);
  }

  private Mono<ServerResponse> refuse(Problem problem, ServerRequest request) {
    meters.counter("rejoinder.sign.ins.refused", "cause", problem.type().slug()).increment();
    return problem.answer(request);
  }
}
