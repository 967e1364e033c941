package io.rejoinder.comment.reaction;

import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.identity.ReaderGate;
import io.rejoinder.comment.thread.Comment;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.comment.thread.Threads;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentLiked;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Liking over HTTP. A like is taken once the broker has it; its count follows within seconds. */
final class LikeRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(LikeRoutes.class);

  private final ReaderGate gate;
  private final Stores stores;
  private final Broker broker;
  private final LikeProperties bounds;
  private final Clock clock;

  LikeRoutes(ReaderGate gate, Stores stores, Broker broker, LikeProperties bounds, Clock clock) {
    this.gate = gate;
    this.stores = stores;
    this.broker = broker;
    this.bounds = bounds;
    this.clock = clock;
  }

  /** What is asked before a like is taken. */
  record Stores(Threads threads, Comments comments, Likes likes) {}

  Mono<ServerResponse> like(ServerRequest request) {
    return gate.paced(request, reader -> say(request, reader, true));
  }

  Mono<ServerResponse> unlike(ServerRequest request) {
    return gate.paced(request, reader -> say(request, reader, false));
  }

  /** The comments of a thread that this reader likes; nobody else's page has them. */
  Mono<ServerResponse> liked(ServerRequest request) {
    String thread = request.pathVariable("thread");
    if (stores.threads().standing(thread) == Threads.Standing.UNKNOWN) {
      return gate.refuse(Problem.of(ProblemType.UNKNOWN_THREAD), request);
    }
    return gate.known(
        request,
        reader ->
            stores
                .likes()
                .of(thread, reader, bounds.listed())
                .collectList()
                .timeout(bounds.storeTimeout())
                .map(ids -> reply(HttpStatus.OK, new Liked(ids))));
  }

  private Mono<ServerResponse> say(ServerRequest request, String reader, boolean liked) {
    String id = request.pathVariable("id");
    if (!CommentId.wellFormed(id)) {
      return unknown(request);
    }
    return stores
        .comments()
        .find(new CommentId(id))
        .timeout(bounds.storeTimeout())
        .filter(Comment::readable)
        .flatMap(comment -> say(request, comment, reader, liked))
        .switchIfEmpty(Mono.defer(() -> unknown(request)));
  }

  private Mono<ServerResponse> say(
      ServerRequest request, Comment comment, String reader, boolean liked) {
    if (reader.equals(comment.reader())) {
      return gate.refuse(Problem.of(ProblemType.OWN_COMMENT), request);
    }
    if (stores.threads().isReadOnly(comment.thread().value())) {
      return gate.refuse(Problem.of(ProblemType.CLOSED_THREAD), request);
    }
    CommentLiked said =
        new CommentLiked(
            comment.id(),
            comment.thread(),
            reader,
            liked,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    int partitions = broker.partitions(Topics.COMMENTS_LIKED);
    int partition = Topics.partitionOfLikes(comment.id().value(), partitions);
    return Mono.fromFuture(broker.send(Topics.COMMENTS_LIKED, partition, said), true)
        .doOnNext(acked -> gate.accepted())
        .map(acked -> reply(HttpStatus.ACCEPTED, new Said(comment.id().value(), liked)))
        .onErrorResume(e -> notConfirmed(request, comment.id(), e));
  }

  private Mono<ServerResponse> notConfirmed(
      ServerRequest request, CommentId comment, Throwable cause) {
    LOG.warn("a like of {} was not confirmed: {}", comment, cause.toString());
    return gate.refuse(
        Problem.of(ProblemType.NOT_CONFIRMED).withHeader(HttpHeaders.RETRY_AFTER, "2"), request);
  }

  private Mono<ServerResponse> unknown(ServerRequest request) {
    return gate.refuse(Problem.of(ProblemType.UNKNOWN_COMMENT), request);
  }

  private static ServerResponse reply(HttpStatus status, Object body) {
    return Reply.json(status, Json.bytes(body)).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private record Said(String comment, boolean liked) {}

  private record Liked(List<String> liked) {}
}
