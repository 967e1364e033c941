package io.rejoinder.comment.following;

import io.rejoinder.comment.edge.Bodies;
import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.identity.Readers;
import io.rejoinder.comment.mail.Asking;
import io.rejoinder.comment.rate.PeerAddress;
import io.rejoinder.comment.rendering.Words;
import io.rejoinder.comment.submission.Tickets;
import io.rejoinder.comment.thread.Comment;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.comment.thread.Threads;
import io.rejoinder.events.comment.CommentId;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Asking to follow, over HTTP. */
final class FollowRoutes {

  private static final Duration STORE_BOUND = Duration.ofSeconds(3);
  private static final int MAX_BODY = 4_096;

  private final Asking asking;
  private final Letters letters;
  private final Threads threads;
  private final Comments comments;
  private final Who who;
  private final Bodies<FollowRequest> bodies;

  FollowRoutes(Asking asking, Letters letters, Threads threads, Comments comments, Who who) {
    this.asking = asking;
    this.letters = letters;
    this.threads = threads;
    this.comments = comments;
    this.who = who;
    this.bodies = new Bodies<>(FollowRequest.class, MAX_BODY, Problem::answer);
  }

  /** What tells who sent a request. */
  record Who(PeerAddress peer, Readers readers, Tickets tickets) {

    String address(ServerRequest request) {
      return peer.of(request.exchange().getRequest());
    }
  }

  /** To be told of everything that is new in a thread. */
  Mono<ServerResponse> thread(ServerRequest request) {
    String thread = request.pathVariable("thread");
    if (threads.standing(thread) == Threads.Standing.UNKNOWN) {
      return Problem.of(ProblemType.UNKNOWN_THREAD).answer(request);
    }
    Readers.Sender sender = who.readers().of(request);
    Problem problem = sender.problem();
    return problem == null
        ? bodies.read(request, body -> asked(request, body, thread, null, sender.id()))
        : problem.answer(request);
  }

  /** To be told of replies to one's own comment: by the comment's token. */
  Mono<ServerResponse> replies(ServerRequest request) {
    String token = request.exchange().getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    if (token == null) {
      return Problem.of(ProblemType.TOKEN_REQUIRED)
          .withHeader("WWW-Authenticate", "Bearer")
          .answer(request);
    }
    String id = request.pathVariable("id");
    if (!who.tickets().fits(token, id)) {
      return Problem.of(ProblemType.TOKEN_REFUSED).answer(request);
    }
    return bodies.read(
        request,
        body ->
            comments
                .find(new CommentId(id))
                .timeout(STORE_BOUND)
                .filter(comment -> !comment.status().terminal())
                .flatMap(comment -> asked(request, body, comment))
                .switchIfEmpty(
                    Mono.defer(() -> Problem.of(ProblemType.UNKNOWN_COMMENT).answer(request))));
  }

  private Mono<ServerResponse> asked(ServerRequest request, FollowRequest body, Comment comment) {
    String thread = comment.thread().value();
    return asked(request, body, thread, comment.id().value(), comment.reader());
  }

  private Mono<ServerResponse> asked(
      ServerRequest request,
      FollowRequest body,
      String thread,
      @Nullable String comment,
      @Nullable String reader) {
    String wanted = body.language();
    Words words =
        Words.accepted(
            wanted == null ? request.headers().firstHeader(HttpHeaders.ACCEPT_LANGUAGE) : wanted);
    String language = words.language();
    return asking
        .ask(
            who.address(request),
            body.email(),
            to ->
                letters.confirmation(new Asked(to.value(), thread, comment, language, reader), to))
        .map(problem -> problem.answer(request))
        .orElseGet(
            () ->
                Reply.json(HttpStatus.ACCEPTED, Json.bytes(Map.of("state", "unconfirmed")))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .mono());
  }
}
