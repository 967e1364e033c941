package io.rejoinder.comment.submission;

import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.challenge.Challenges;
import io.rejoinder.comment.edge.Bodies;
import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.identity.Readers;
import io.rejoinder.comment.identity.SignedIn;
import io.rejoinder.comment.page.Opening;
import io.rejoinder.comment.site.Settings;
import io.rejoinder.comment.site.Sites;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes comments: checks, writes the command, and answers once the broker has it. */
final class Posting {

  private final Threads threads;
  private final Opening opening;
  private final Parents parents;
  private final Names names;
  private final Gate gate;
  private final Challenges challenges;
  private final Tickets tickets;
  private final Authors authors;
  private final Forms forms;
  private final Broker broker;
  private final Limits limits;
  private final Bodies<Draft> bodies;
  private final Clock clock;

  Posting(
      Threads threads,
      Opening opening,
      Parents parents,
      Names names,
      Gate gate,
      Challenges challenges,
      Tickets tickets,
      Sender sender) {
    this.threads = threads;
    this.opening = opening;
    this.parents = parents;
    this.names = names;
    this.gate = gate;
    this.challenges = challenges;
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
    Settings settings = threads.settings(thread).orElse(null);
    if (standing == Threads.Standing.UNKNOWN || settings == null) {
      return gate.refuse(Problem.of(ProblemType.UNKNOWN_THREAD), request);
    }
    if (standing == Threads.Standing.CLOSED) {
      return gate.refuse(Problem.of(ProblemType.CLOSED_THREAD), request);
    }
    challenges.came(request);
    Readers.Sender sender = authors.sender(request, Sites.idOf(thread));
    boolean guest = sender.signedIn() == null && sender.problem() == null;
    // Before the rate: who is asked for proof of work posts once more at once.
    Problem asked = guest ? challenges.ask(request, thread).orElse(null) : null;
    if (asked != null) {
      return gate.refuse(asked, request);
    }
    String address = gate.address(request);
    long seconds = gate.secondsToWait(address);
    if (seconds > 0) {
      challenges.turnedAway(request);
      return gate.refuse(Gate.waitFor(seconds), request);
    }
    Problem refused = guest ? challenges.check(request, thread).orElse(null) : sender.problem();
    if (refused != null) {
      return gate.refuse(refused, request);
    }
    SignedIn signedIn = sender.signedIn();
    if (signedIn == null && !settings.guests()) {
      return gate.refuse(Problem.of(ProblemType.GUESTS_REFUSED), request);
    }
    From from = new From(address, sender);
    Place place = new Place(thread, settings);
    return bodies.read(
        request,
        draft -> check(request, place, signedIn == null ? draft : draft.by(signedIn.name()), from));
  }

  /** Where a post comes from: the network address, and whose it is. */
  private record From(String address, Readers.Sender sender) {}

  private Mono<ServerResponse> check(ServerRequest request, Place place, Draft draft, From from) {
    String thread = place.thread();
    List<FieldError> errors = new ArrayList<>(0);
    String key = request.exchange().getRequest().getHeaders().getFirst("Idempotency-Key");
    Checks.idempotencyKey(key, errors);
    draft.check(limits, place.settings().longest(), errors);
    opening.check(thread, draft.page(), errors);
    if (!errors.isEmpty()) {
      return gate.refuse(Problem.of(ProblemType.INVALID_COMMENT, errors), request);
    }
    String parent = draft.parentId();
    CommentId parentId = parent == null ? null : new CommentId(parent);
    Mono<FieldError> taken =
        from.sender().signedIn() == null
            ? names.check(Sites.idOf(thread), thread, draft.name())
            : Mono.empty();
    Mono<FieldError> lost = parentId == null ? Mono.empty() : parents.check(parentId, thread);
    return Flux.merge(taken, lost)
        .collectList()
        .flatMap(
            wrong ->
                wrong.isEmpty()
                    ? send(request, submit(place, draft, key, parentId, from), draft)
                    : gate.refuse(Problem.of(ProblemType.INVALID_COMMENT, wrong), request));
  }

  private Submit submit(
      Place place, Draft draft, @Nullable String key, @Nullable CommentId parent, From from) {
    CommentId id = tickets.id(place.thread(), key, draft);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Submit(
        id.value(),
        id,
        new ThreadId(place.thread()),
        parent,
        authors.of(draft, from.address(), from.sender()),
        draft.strippedText(),
        now,
        forms.of(draft, place.settings().premoderated()));
  }

  /** The thread first: a comment of a page that nobody knows could not be shown to anybody. */
  private Mono<ServerResponse> send(ServerRequest request, Submit submit, Draft draft) {
    return opening
        .open(submit.thread().value(), draft.page())
        .then(
            Mono.defer(() -> Mono.fromFuture(broker.send(Topics.COMMENTS_SUBMITTED, submit), true)))
        .map(acked -> accepted(request, submit))
        .onErrorResume(e -> gate.notConfirmed(submit.comment(), e, request));
  }

  private ServerResponse accepted(ServerRequest request, Submit submit) {
    gate.accepted();
    CommentId id = submit.comment();
    byte[] body = Json.bytes(new Accepted(id.value(), "checking", tickets.token(id)));
    return Reply.json(HttpStatus.ACCEPTED, body)
        .location(request.exchange(), "/api/submissions/" + id)
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** Where a comment is to stand, and what holds there. */
  private record Place(String thread, Settings settings) {}

  private record Accepted(String id, String state, String token) {}
}
