package io.rejoinder.comment.submission;

import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.edge.Bodies;
import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.identity.Readers;
import io.rejoinder.comment.thread.Threads;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Takes comments: checks, writes the command, and answers once the broker has it. */
final class Posting {

  private final Threads threads;
  private final Parents parents;
  private final Gate gate;
  private final Tickets tickets;
  private final Authors authors;
  private final Forms forms;
  private final Broker broker;
  private final Limits limits;
  private final Bodies<Draft> bodies;
  private final Clock clock;

  Posting(Threads threads, Parents parents, Gate gate, Tickets tickets, Sender sender) {
    this.threads = threads;
    this.parents = parents;
    this.gate = gate;
    this.tickets = tickets;
    this.authors = sender.authors();
    this.forms = sender.forms();
    this.broker = sender.broker();
    this.limits = sender.limits();
    this.bodies = new Bodies<>(Draft.class, (int) limits.body().toBytes(), gate::refuse);
    this.clock = sender.clock();
  }

  /** What commands are made and sent with. */
  record Sender(Broker broker, Authors authors, Forms forms, Limits limits, Clock clock) {}

  Mono<ServerResponse> post(ServerRequest request) {
    String thread = request.pathVariable("thread");
    Threads.Standing standing = threads.standing(thread);
    if (standing == Threads.Standing.UNKNOWN) {
      return gate.refuse(Problem.of(ProblemType.UNKNOWN_THREAD), request);
    }
    if (standing == Threads.Standing.CLOSED) {
      return gate.refuse(Problem.of(ProblemType.CLOSED_THREAD), request);
    }
    String address = gate.address(request);
    long seconds = gate.secondsToWait(address);
    if (seconds > 0) {
      return gate.refuse(Gate.waitFor(seconds), request);
    }
    Readers.Sender sender = authors.sender(request);
    Problem refused = sender.problem();
    if (refused != null) {
      return gate.refuse(refused, request);
    }
    From from = new From(address, sender.id());
    return bodies.read(request, draft -> check(request, thread, draft, from));
  }

  /** Where a post comes from: the network address, and the browser's identity if it has one. */
  private record From(String address, @Nullable String reader) {}

  private Mono<ServerResponse> check(ServerRequest request, String thread, Draft draft, From from) {
    List<FieldError> errors = new ArrayList<>(0);
    String key = request.exchange().getRequest().getHeaders().getFirst("Idempotency-Key");
    Checks.idempotencyKey(key, errors);
    draft.check(limits, errors);
    if (!errors.isEmpty()) {
      return gate.refuse(Problem.of(ProblemType.INVALID_COMMENT, errors), request);
    }
    String parent = draft.parentId();
    if (parent == null) {
      return send(request, submit(thread, draft, key, null, from));
    }
    CommentId parentId = new CommentId(parent);
    return parents
        .check(parentId, thread)
        .map(List::of)
        .defaultIfEmpty(List.of())
        .flatMap(
            wrong ->
                wrong.isEmpty()
                    ? send(request, submit(thread, draft, key, parentId, from))
                    : gate.refuse(Problem.of(ProblemType.INVALID_COMMENT, wrong), request));
  }

  private Submit submit(
      String thread, Draft draft, @Nullable String key, @Nullable CommentId parent, From from) {
    CommentId id = tickets.id(thread, key, draft);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Submit(
        id.value(),
        id,
        new ThreadId(thread),
        parent,
        authors.of(draft, from.address(), from.reader()),
        draft.strippedText(),
        now,
        forms.of(draft));
  }

  private Mono<ServerResponse> send(ServerRequest request, Submit submit) {
    return Mono.fromFuture(broker.send(Topics.COMMENTS_SUBMITTED, submit), true)
        .map(acked -> accepted(submit.comment()))
        .onErrorResume(e -> gate.notConfirmed(submit.comment(), e, request));
  }

  private ServerResponse accepted(CommentId id) {
    gate.accepted();
    byte[] body = Json.bytes(new Accepted(id.value(), "checking", tickets.token(id)));
    return Reply.json(HttpStatus.ACCEPTED, body)
        .header(HttpHeaders.LOCATION, "/api/submissions/" + id)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private record Accepted(String id, String state, String token) {}
}
