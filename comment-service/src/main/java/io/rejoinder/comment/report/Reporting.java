package io.rejoinder.comment.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.edge.Bodies;
import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.identity.ReaderGate;
import io.rejoinder.comment.site.Settings;
import io.rejoinder.comment.thread.Comment;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.comment.thread.Threads;
import io.rejoinder.events.Secret;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Report;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Takes reports: each is a command about its comment, and kept once the broker has it. */
final class Reporting {

  private static final Logger LOG = LoggerFactory.getLogger(Reporting.class);
  private static final int ID_BYTES = 16;

  /** A reason and 500 code points, however they are escaped. */
  private static final int MAX_BODY = 16 * 1024;

  private final ReaderGate gate;
  private final Stores stores;
  private final Broker broker;
  private final ReportProperties bounds;
  private final Bodies<Draft> bodies;
  private final SecretKeySpec key;
  private final Clock clock;

  Reporting(
      ReaderGate gate,
      Stores stores,
      Broker broker,
      ReportProperties bounds,
      Secret secret,
      Clock clock) {
    this.gate = gate;
    this.stores = stores;
    this.broker = broker;
    this.bounds = bounds;
    this.bodies = new Bodies<>(Draft.class, MAX_BODY, gate::refuse);
    this.key = secret.keyFor("report.command");
    this.clock = clock;
  }

  /** What is asked before a report is taken. */
  record Stores(Threads threads, Comments comments) {}

  Mono<ServerResponse> report(ServerRequest request) {
    return gate.paced(
        request, reader -> bodies.read(request, draft -> report(request, reader, draft)));
  }

  private Mono<ServerResponse> report(ServerRequest request, String reader, Draft draft) {
    List<FieldError> errors = draft.errors(bounds.text());
    String id = request.pathVariable("id");
    if (!errors.isEmpty()) {
      return gate.refuse(Problem.of(ProblemType.INVALID_REQUEST, errors), request);
    }
    if (!CommentId.wellFormed(id)) {
      return unknown(request);
    }
    return stores
        .comments()
        .find(new CommentId(id))
        .timeout(bounds.storeTimeout())
        .filter(Comment::readable)
        .flatMap(comment -> send(request, comment, reader, draft))
        .switchIfEmpty(Mono.defer(() -> unknown(request)));
  }

  private Mono<ServerResponse> send(
      ServerRequest request, Comment comment, String reader, Draft draft) {
    if (reader.equals(comment.reader())) {
      return gate.refuse(Problem.of(ProblemType.OWN_COMMENT), request);
    }
    if (stores.threads().isReadOnly(comment.thread().value())) {
      return gate.refuse(Problem.of(ProblemType.CLOSED_THREAD), request);
    }
    int holdAt =
        stores.threads().settings(comment.thread().value()).map(Settings::holdAtReports).orElse(0);
    Report report =
        new Report(
            command(comment.id(), reader),
            comment.id(),
            reader,
            gate.source(request).map(address -> source(comment.id(), address)).orElse(null),
            draft.code(),
            draft.strippedText(),
            holdAt,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return Mono.fromFuture(broker.send(Topics.COMMENTS_SUBMITTED, report), true)
        .doOnNext(acked -> gate.accepted())
        .map(acked -> kept(comment.id()))
        .onErrorResume(e -> notConfirmed(request, comment.id(), e));
  }

  /** Other for each comment: what somebody reports is nobody's to put together. */
  private String source(CommentId comment, String address) {
    return hash(comment + " from " + address);
  }

  /** The same reader's second report of a comment is the same command. */
  private String command(CommentId comment, String reader) {
    return hash(comment + " " + reader);
  }

  private String hash(String text) {
    byte[] hash = Secret.hmac(key, text.getBytes(UTF_8));
    return HexFormat.of().formatHex(hash, 0, ID_BYTES);
  }

  private static ServerResponse kept(CommentId comment) {
    return Reply.json(HttpStatus.ACCEPTED, Json.bytes(new Kept(comment.value())))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private Mono<ServerResponse> notConfirmed(
      ServerRequest request, CommentId comment, Throwable cause) {
    LOG.warn("a report of {} was not confirmed: {}", comment, cause.toString());
    return gate.refuse(
        Problem.of(ProblemType.NOT_CONFIRMED).withHeader(HttpHeaders.RETRY_AFTER, "2"), request);
  }

  private Mono<ServerResponse> unknown(ServerRequest request) {
    return gate.refuse(Problem.of(ProblemType.UNKNOWN_COMMENT), request);
  }

  private record Kept(String comment) {}
}
