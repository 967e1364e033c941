package io.rejoinder.comment.page;

import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.edge.Bodies;
import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.site.Site;
import io.rejoinder.comment.site.Sites;
import io.rejoinder.comment.thread.Threads;
import io.rejoinder.events.Topics;
import io.rejoinder.events.thread.ThreadState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What a site's own server may do with its threads, by the site's key. */
final class SiteRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(SiteRoutes.class);

  private static final int BODY = 16 * 1024;
  private static final String BEARER = "Bearer ";
  private static final Duration READ_WITHIN = Duration.ofSeconds(2);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

  private final Sites sites;
  private final Threads threads;
  private final Successors successors;
  private final Broker broker;
  private final Bodies<ThreadChange> bodies =
      new Bodies<>(ThreadChange.class, BODY, Problem::answer);

  SiteRoutes(Sites sites, Threads threads, Successors successors, Broker broker) {
    this.sites = sites;
    this.threads = threads;
    this.successors = successors;
    this.broker = broker;
  }

  Mono<ServerResponse> read(ServerRequest request) {
    return authorized(
        request,
        site ->
            successors
                .current(site, request.pathVariable("thread"))
                .map(state -> answer(HttpStatus.OK, state).mono())
                .orElseGet(() -> Problem.of(ProblemType.UNKNOWN_THREAD).answer(request)));
  }

  Mono<ServerResponse> change(ServerRequest request) {
    return authorized(
        request, site -> bodies.read(request, change -> change(request, site, change)));
  }

  private Mono<ServerResponse> change(ServerRequest request, Site site, ThreadChange change) {
    List<FieldError> errors = new ArrayList<>(0);
    change.check(site.settings().longest(), errors);
    Optional<ThreadState> next =
        successors.of(site, request.pathVariable("thread"), change, errors);
    if (!errors.isEmpty()) {
      return Problem.of(ProblemType.INVALID_REQUEST, errors).answer(request);
    }
    return next.map(state -> write(request, state))
        .orElseGet(() -> Problem.of(ProblemType.UNKNOWN_THREAD).answer(request));
  }

  private Mono<ServerResponse> write(ServerRequest request, ThreadState state) {
    return Mono.fromFuture(broker.send(Topics.THREADS_OPENED, state), true)
        .then(Mono.defer(() -> stands(state)))
        .map(stands -> outcome(request, state, stands))
        .defaultIfEmpty(answer(HttpStatus.ACCEPTED, state))
        .onErrorResume(e -> notConfirmed(request, state, e));
  }

  /** What counts once this instance has read on to what was written; empty if that takes long. */
  private Mono<ThreadState> stands(ThreadState written) {
    return Mono.fromSupplier(() -> threads.state(written.id().value()))
        .flatMap(Mono::justOrEmpty)
        .filter(state -> state.version() >= written.version())
        .repeatWhenEmpty(looks -> looks.delayElements(LOOK_AGAIN))
        .timeout(READ_WITHIN, Mono.empty());
  }

  private ServerResponse outcome(ServerRequest request, ThreadState wanted, ThreadState stands) {
    return stands.says(wanted)
        ? answer(HttpStatus.OK, stands)
        : Problem.of(ProblemType.OUTDATED)
            .with("thread", ThreadDocument.of(stands, threads))
            .reply(request.exchange());
  }

  private static Mono<ServerResponse> notConfirmed(
      ServerRequest request, ThreadState state, Throwable cause) {
    LOG.warn("{} was not confirmed: {}", state.id(), cause.toString());
    return Problem.of(ProblemType.NOT_CONFIRMED)
        .withHeader(HttpHeaders.RETRY_AFTER, "2")
        .answer(request);
  }

  private Reply answer(HttpStatus status, ThreadState state) {
    return Reply.json(status, Json.bytes(ThreadDocument.of(state, threads)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private Mono<ServerResponse> authorized(
      ServerRequest request, Function<Site, Mono<ServerResponse>> handler) {
    String given = request.exchange().getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    if (given == null) {
      return Problem.of(ProblemType.TOKEN_REQUIRED)
          .withHeader("WWW-Authenticate", "Bearer")
          .answer(request);
    }
    String key = given.startsWith(BEARER) ? given.substring(BEARER.length()) : "";
    return sites
        .named(request.pathVariable("site"))
        .filter(site -> site.opensWith(key))
        .map(handler)
        .orElseGet(() -> Problem.of(ProblemType.KEY_REFUSED).answer(request));
  }
}
