package io.rejoinder.moderation.queue;

import io.rejoinder.moderation.account.SignedIn;
import io.rejoinder.moderation.account.SignedInGuard;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import io.rejoinder.moderation.queue.Announcements.Announced;
import java.time.Duration;
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

  private static final int LIMIT = 50;
  private static final int MOST = 200;
  private static final int MARGIN = 1;

  private final Queue queue;
  private final Announcements announcements;
  private final Reviews reviews;
  private final SignedInGuard guard;
  private final Duration heartbeat;

  QueueRoutes(
      Queue queue,
      Announcements announcements,
      Reviews reviews,
      SignedInGuard guard,
      Duration heartbeat) {
    this.queue = queue;
    this.announcements = announcements;
    this.reviews = reviews;
    this.guard = guard;
    this.heartbeat = heartbeat;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/api/queue", this::page)
        .GET("/api/queue/stream", this::stream)
        .build();
  }

  private Mono<ServerResponse> page(ServerRequest request) {
    // Before the store is read: what is told later is on the stream from here on.
    String cursor = announcements.cursor();
    return SignedIn.of(request)
        .map(who -> query(request, who.account()))
        .flatMap(
            query ->
                Mono.zip(queue.count(query.listing(), query.account()), queue.page(query))
                    .map(both -> page(both.getT1(), both.getT2(), query, cursor)))
        .flatMap(page -> ServerResponse.ok().bodyValue(page));
  }

  private Page page(long count, List<QueueItem> found, Queue.PageQuery query, String cursor) {
    int limit = query.limit() - MARGIN;
    List<QueueItem> items = found.subList(0, Math.min(limit, found.size()));
    String next = found.size() > limit ? Queue.Key.of(items.get(limit - 1)).text() : null;
    List<ItemView> views =
        items.stream().map(item -> ItemView.of(item, reviews, query.account())).toList();
    return new Page(count, views, next, cursor);
  }

  /** For a page, and one item that tells whether there is a next one. */
  private static Queue.PageQuery query(ServerRequest request, String account) {
    Listing listing =
        Listing.named(request.queryParam("state").orElse("held"))
            .orElseThrow(
                () -> Problem.invalid("state", "unknown", "held, approved, rejected or sampled"));
    String sort = request.queryParam("sort").orElse("oldest");
    if (!sort.equals("oldest") && !sort.equals("newest")) {
      throw Problem.invalid("sort", "unknown", "oldest or newest");
    }
    Queue.Key after =
        request
            .queryParam("after")
            .map(
                text ->
                    Queue.Key.read(text)
                        .orElseThrow(
                            () ->
                                Problem.invalid(
                                    "after", text.length() + " characters", "a page's next")))
            .orElse(null);
    return new Queue.PageQuery(
        listing, account, sort.equals("newest"), after, limit(request) + MARGIN);
  }

  private static int limit(ServerRequest request) {
    String text = request.queryParam("limit").orElse(Integer.toString(LIMIT));
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
      throw Problem.invalid("limit", limit, "1.." + MOST);
    } catch (NumberFormatException e) {
      throw Problem.invalid("limit", "no number", "1.." + MOST);
    }
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

  private ServerSentEvent<Object> event(Announced announced, String account) {
    QueueItem item = announced.item();
    return item == null
        ? ServerSentEvent.<Object>builder(Map.of()).event("reset").id(announced.id()).build()
        : ServerSentEvent.<Object>builder(ItemView.of(item, reviews, account))
            .event("item")
            .id(announced.id())
            .build();
  }

  /**
   * A page of a list.
   *
   * @param count of the whole list
   * @param items of this page
   * @param next the key of the next page
   * @param cursor what the live stream goes on from
   */
  record Page(long count, List<ItemView> items, @Nullable String next, String cursor) {}
}
