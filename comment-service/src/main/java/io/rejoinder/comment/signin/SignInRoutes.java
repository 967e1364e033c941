package io.rejoinder.comment.signin;

import io.rejoinder.comment.edge.Bodies;
import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.identity.SignedIn;
import io.rejoinder.comment.identity.SignedTokens;
import io.rejoinder.comment.site.Site;
import io.rejoinder.comment.site.Sites;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A token of a site's server for one of ours. Nothing of it is logged or sent back. */
final class SignInRoutes {

  private static final int MOST_BYTES = 16 * 1024;

  private final Hosts hosts;
  private final Sites sites;
  private final SignedTokens tokens;
  private final Gate gate;
  private final Bodies<Given> bodies;

  SignInRoutes(Hosts hosts, Sites sites, SignedTokens tokens, Gate gate) {
    this.hosts = hosts;
    this.sites = sites;
    this.tokens = tokens;
    this.gate = gate;
    this.bodies = new Bodies<>(Given.class, MOST_BYTES, gate::refuse);
  }

  /**
   * A token of a site's server as it comes.
   *
   * @param site the site; {@code reviews} unless said
   * @param token what its server signed
   */
  record Given(@Nullable String site, @Nullable String token) {}

  Mono<ServerResponse> exchange(ServerRequest request) {
    return gate.paced(request, () -> bodies.read(request, given -> exchange(request, given)));
  }

  private Mono<ServerResponse> exchange(ServerRequest request, Given given) {
    String site = given.site() == null ? Sites.REVIEWS : given.site();
    String token = given.token() == null ? "" : given.token();
    Optional<Site> known = sites.named(site);
    if (known.isEmpty() || !hosts.has(site)) {
      return gate.refuse(Problem.of(ProblemType.NO_SIGN_IN), request);
    }
    if (elsewhere(request.exchange().getRequest(), known.get())) {
      return gate.refuse(Problem.of(ProblemType.ORIGIN_REFUSED), request);
    }
    return Mono.fromCallable(() -> signedIn(site, token))
        .subscribeOn(Schedulers.boundedElastic())
        .map(this::taken)
        .onErrorResume(e -> gate.failed(request, "site " + site, Exceptions.unwrap(e)));
  }

  private SignedIn signedIn(String site, String token) throws TokenRefused, IOException {
    Hosts.Guaranteed guaranteed = hosts.signIn(site, token).orElseThrow();
    gate.names().check(site, guaranteed.reader().name(), guaranteed.staff());
    return guaranteed.reader();
  }

  /** Whether a page of another site asks: a reader is somebody for one site. */
  private static boolean elsewhere(ServerHttpRequest request, Site site) {
    String origin = request.getHeaders().getOrigin();
    return origin != null && CorsUtils.isCorsRequest(request) && !site.has(origin);
  }

  private ServerResponse taken(SignedIn reader) {
    gate.signedIn();
    return Reply.json(HttpStatus.CREATED, Json.bytes(Taken.of(reader, tokens)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
