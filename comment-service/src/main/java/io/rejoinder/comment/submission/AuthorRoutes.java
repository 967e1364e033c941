package io.rejoinder.comment.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.comment.edge.Bodies;
import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.events.comment.Appeal;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Erase;
import io.rejoinder.events.comment.Revise;
import io.rejoinder.events.comment.Withdraw;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What only the author of a submission may do, by its token. */
final class AuthorRoutes {

  private static final byte[] BEAT = ": beat\n\n".getBytes(UTF_8);

  private final Tickets tickets;
  private final Gate gate;
  private final Following following;
  private final Commands commands;
  private final Editing editing;
  private final Claiming claiming;
  private final Limits limits;
  private final Bodies<Edit> bodies;
  private final Bodies<AppealDraft> appeals;
  private final Clock clock;

  AuthorRoutes(
      Tickets tickets,
      Gate gate,
      Following following,
      Commands commands,
      Editing editing,
      Claiming claiming,
      Posting.Sender sender) {
    this.claiming = claiming;
    this.tickets = tickets;
    this.gate = gate;
    this.following = following;
    this.commands = commands;
    this.editing = editing;
    this.limits = sender.limits();
    this.bodies = new Bodies<>(Edit.class, (int) limits.body().toBytes(), gate::refuse);
    this.appeals = new Bodies<>(AppealDraft.class, (int) limits.body().toBytes(), gate::refuse);
    this.clock = sender.clock();
  }

  Mono<ServerResponse> read(ServerRequest request) {
    return authorized(
        request,
        id ->
            following
                .current(id)
                .map(
                    view ->
                        Reply.json(HttpStatus.OK, Json.bytes(view))
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")));
  }

  Mono<ServerResponse> stream(ServerRequest request) {
    return authorized(
        request,
        id -> {
          if (following.full()) {
            return Problem.of(ProblemType.TOO_MANY_VIEWERS)
                .withHeader(HttpHeaders.RETRY_AFTER, "30")
                .answer(request);
          }
          Flux<byte[]> events = following.changes(id).map(AuthorRoutes::event);
          return Reply.events(withBeats(events)).mono();
        });
  }

  private Flux<byte[]> withBeats(Flux<byte[]> events) {
    Flux<byte[]> beats =
        Flux.interval(following.heartbeat()).onBackpressureDrop().map(tick -> BEAT);
    return events.publish(
        shared -> shared.mergeWith(beats.takeUntilOther(shared.ignoreElements())));
  }

  private static byte[] event(SubmissionView view) {
    String data = new String(Json.bytes(view), UTF_8);
    return ("event: submission\ndata: " + data + "\n\n").getBytes(UTF_8);
  }

  Mono<ServerResponse> revise(ServerRequest request) {
    return authorized(
        request,
        id -> slowly(request, () -> bodies.read(request, edit -> revise(request, id, edit))));
  }

  private Mono<ServerResponse> revise(ServerRequest request, CommentId id, Edit edit) {
    List<FieldError> errors = new ArrayList<>(0);
    edit.check(limits, errors);
    if (!errors.isEmpty()) {
      return gate.refuse(Problem.of(ProblemType.INVALID_COMMENT, errors), request);
    }
    String text = edit.strippedText();
    String command = tickets.command(id, "revise", edit.basedOn() + " " + text);
    return editing
        .leave(id, command, text)
        .flatMap(
            leave -> {
              Problem refusal = leave.refusal();
              return refusal == null
                  ? commands.send(
                      request,
                      new Revise(
                          command,
                          id,
                          edit.basedOn(),
                          text,
                          now(),
                          leave.premoderated() ? true : null))
                  : gate.refuse(refusal, request);
            });
  }

  /** Once for a comment: that somebody else than whoever rejected it looks at it. */
  Mono<ServerResponse> appeal(ServerRequest request) {
    return authorized(
        request,
        id -> slowly(request, () -> appeals.read(request, draft -> appeal(request, id, draft))));
  }

  private Mono<ServerResponse> appeal(ServerRequest request, CommentId id, AppealDraft draft) {
    List<FieldError> errors = new ArrayList<>(0);
    draft.check(errors);
    if (!errors.isEmpty()) {
      return gate.refuse(Problem.of(ProblemType.INVALID_REQUEST, errors), request);
    }
    String command = tickets.command(id, "appeal", "");
    return commands.send(
        request, new Appeal(command, id, draft.basedOn(), draft.strippedText(), now()));
  }

  Mono<ServerResponse> withdraw(ServerRequest request) {
    return authorized(
        request,
        id -> {
          String command = tickets.command(id, "withdraw", "");
          return slowly(request, () -> commands.send(request, new Withdraw(command, id, now())));
        });
  }

  /** Beyond withdrawal: no text, no name and nothing else of it is kept anywhere. */
  Mono<ServerResponse> erase(ServerRequest request) {
    return authorized(
        request,
        id -> {
          String command = tickets.command(id, "erase", "");
          return slowly(request, () -> commands.send(request, new Erase(command, id, now())));
        });
  }

  /** By the comment's token and by who is signed in. */
  Mono<ServerResponse> claim(ServerRequest request) {
    return authorized(request, id -> slowly(request, () -> claiming.claim(request, id)));
  }

  private Mono<ServerResponse> slowly(
      ServerRequest request, java.util.function.Supplier<Mono<ServerResponse>> handler) {
    long seconds = gate.secondsToWait(gate.address(request));
    return seconds > 0 ? gate.refuse(Gate.waitFor(seconds), request) : handler.get();
  }

  private Mono<ServerResponse> authorized(
      ServerRequest request, Function<CommentId, Mono<? extends ServerResponse>> handler) {
    String authorization =
        request.exchange().getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    if (authorization == null) {
      return gate.refuse(
          Problem.of(ProblemType.TOKEN_REQUIRED).withHeader("WWW-Authenticate", "Bearer"), request);
    }
    String id = request.pathVariable("id");
    if (!tickets.fits(authorization, id)) {
      return gate.refuse(Problem.of(ProblemType.TOKEN_REFUSED), request);
    }
    return handler.apply(new CommentId(id)).cast(ServerResponse.class);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
