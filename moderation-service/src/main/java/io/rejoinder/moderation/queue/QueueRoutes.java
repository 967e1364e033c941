package io.rejoinder.moderation.queue;

import io.rejoinder.events.comment.Lease;
import io.rejoinder.moderation.account.SignedIn;
import io.rejoinder.moderation.account.SignedInGuard;
import io.rejoinder.moderation.claim.ClaimView;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import io.rejoinder.moderation.queue.Announcements.Announced;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The edge that shows the queue, page by page and live. */
final class QueueRoutes {

  private final Lookups lookups;
  private final Announcements announcements;
  private final SignedInGuard guard;
  private final Duration heartbeat;

  QueueRoutes(
      Lookups lookups, Announcements announcements, SignedInGuard guard, Duration heartbeat) {
    this.lookups = lookups;
    this.announcements = announcements;
    this.guard = guard;
    this.heartbeat = heartbeat;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/api/queue", this::page)
        .GET("/api/queue/sizes", this::sizes)
        .GET("/api/queue/stream", this::stream)
        .GET("/api/comments/{id}", this::item)
        .build();
  }

  private Mono<ServerResponse> page(ServerRequest request) {
    // Before the index is read: what is told later is on the stream from here on.
    String cursor = announcements.cursor();
    return SignedIn.of(request)
        .flatMap(
            who -> {
              QueueQuery query = QueueQuery.of(request, who.account());
              return lookups.page(query).map(found -> page(found, who.account(), cursor));
            })
        .flatMap(page -> ServerResponse.ok().bodyValue(page));
  }

  private static Page page(Lookups.Found found, String account, String cursor) {
    List<ItemView> views = found.items().stream().map(item -> ItemView.of(item, account)).toList();
    return new Page(
        found.size().count(), found.size().oldest().orElse(null), views, found.next(), cursor);
  }

  private Mono<ServerResponse> sizes(ServerRequest request) {
    return SignedIn.of(request)
        .flatMap(who -> lookups.sizes(who.account()))
        .map(
            sizes -> {
              Map<String, Waiting> shown = new LinkedHashMap<>();
              sizes.forEach(
                  (list, size) ->
                      shown.put(list, new Waiting(size.count(), size.oldest().orElse(null))));
              return shown;
            })
        .flatMap(sizes -> ServerResponse.ok().bodyValue(sizes));
  }

  private Mono<ServerResponse> item(ServerRequest request) {
    String id = request.pathVariable("id");
    return SignedIn.of(request)
        .flatMap(
            who ->
                lookups
                    .items(List.of(id))
                    .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()))
                    .map(item -> ItemView.of(item, who.account())))
        .flatMap(item -> ServerResponse.ok().bodyValue(item))
        .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND, null)));
  }

  private Mono<ServerResponse> stream(ServerRequest request) {
    return SignedIn.of(request).flatMap(who -> stream(request, who.account()));
  }

  private Mono<ServerResponse> stream(ServerRequest request, String account) {
    String after =
        Optional.ofNullable(request.headers().firstHeader("Last-Event-ID"))
            .filter(id -> !id.isEmpty())
            .or(() -> request.queryParam("after"))
            .orElse(null);
    Flux<Announced> told =
        announcements
            .listen(after)
            .orElseThrow(
                () ->
                    new Problem(ProblemType.TOO_MANY_STREAMS, null)
                        .retryAfter(Duration.ofSeconds(10)));
    Mono<Long> signedOut =
        Flux.interval(heartbeat)
            .onBackpressureDrop()
            .filter(beat -> !guard.holds(request.exchange()))
            .next();
    Sinks.Empty<Void> end = Sinks.empty();
    Flux<ServerSentEvent<Object>> beats =
        Flux.interval(Duration.ZERO, heartbeat)
            .onBackpressureDrop()
            .map(beat -> ServerSentEvent.builder().comment("beat").build())
            .takeUntilOther(end.asMono());
    // A console that was cut off, and one that signed out, is told so by the stream's end.
    Flux<ServerSentEvent<Object>> events =
        Flux.merge(
            told.takeUntilOther(signedOut)
                .map(one -> event(one, account))
                .doFinally(signal -> end.tryEmitEmpty()),
            beats);
    return ServerResponse.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .body(BodyInserters.fromServerSentEvents(events));
  }

  private static ServerSentEvent<Object> event(Announced announced, String account) {
    Surrounded item = announced.item();
    if (item != null) {
      return event(announced, "item", ItemView.of(item, account));
    }
    Lease lease = announced.lease();
    return lease == null
        ? event(announced, "reset", Map.of())
        : event(announced, "claim", Claimed.of(lease, account));
  }

  private static ServerSentEvent<Object> event(Announced announced, String type, Object data) {
    return ServerSentEvent.builder(data).event(type).id(announced.id()).build();
  }

  /**
   * Who has a comment in hand.
   *
   * @param id the comment's id
   * @param claim null once nobody has
   */
  record Claimed(String id, @Nullable ClaimView claim) {
    static Claimed of(Lease lease, String account) {
      boolean ended = !lease.until().isAfter(lease.at());
      return new Claimed(lease.comment().value(), ended ? null : ClaimView.of(lease, account));
    }
  }

  /**
   * A page of a view.
   *
   * @param count of the whole view
   * @param oldest when the newest revision of its oldest was written
   * @param items of this page
   * @param next the key of the next page
   * @param cursor what the live stream goes on from
   */
  record Page(
      long count,
      @Nullable Instant oldest,
      List<ItemView> items,
      @Nullable String next,
      String cursor) {}

  /**
   * How much waits on a list.
   *
   * @param count comments
   * @param oldest when the newest revision of the oldest was written
   */
  record Waiting(long count, @Nullable Instant oldest) {}
}
