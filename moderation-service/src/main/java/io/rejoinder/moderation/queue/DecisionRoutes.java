package io.rejoinder.moderation.queue;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.moderation.account.Moderators;
import io.rejoinder.moderation.account.SignedIn;
import io.rejoinder.moderation.index.Item;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The edge that takes decisions and undoes them. */
final class DecisionRoutes {

  private final Decisions decisions;
  private final Lookups lookups;
  private final Moderators moderators;
  private final Clock clock;

  DecisionRoutes(Decisions decisions, Lookups lookups, Moderators moderators, Clock clock) {
    this.decisions = decisions;
    this.lookups = lookups;
    this.moderators = moderators;
    this.clock = clock;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .POST(
            "/api/comments/{id}/decisions",
            request ->
                take(
                    request,
                    DecisionRequests.Decision.class,
                    (body, who) -> sole(body.of(who.comment(), who.by(), who.at()))))
        .POST(
            "/api/comments/{id}/undo",
            request ->
                mayUndo(request)
                    .then(
                        Mono.defer(
                            () ->
                                take(
                                    request,
                                    DecisionRequests.Undoing.class,
                                    (body, who) ->
                                        Mono.just(body.of(who.comment(), who.by(), who.at()))))))
        .build();
  }

  /** An appeal that nobody else can answer is answered by whoever rejected the comment. */
  private Mono<Decide> sole(Decide decide) {
    return lookups
        .item(decide.comment().value())
        .map(
            found ->
                found
                    .flatMap(Item::openAppeal)
                    .filter(appeal -> !moderators.anyBut(appeal.judges()))
                    .map(appeal -> decide.bySole())
                    .orElse(decide));
  }

  /** What somebody else decided is taken back by those alone who may. */
  private Mono<Void> mayUndo(ServerRequest request) {
    Mono<Boolean> others =
        Mono.zip(SignedIn.of(request), lookups.items(List.of(request.pathVariable("id"))))
            .map(
                both ->
                    both.getT2().stream()
                        .map(one -> one.item().decision())
                        .anyMatch(one -> one != null && ofAnother(one, both.getT1().account())));
    return Mono.zip(SignedIn.isSenior(request), others)
        .filter(both -> !both.getT1() && both.getT2())
        .flatMap(both -> Mono.error(new Problem(ProblemType.NOT_ALLOWED, null)));
  }

  private static boolean ofAnother(Item.Decided decision, String account) {
    return decision.by().account() != null && !decision.by().account().equals(account);
  }

  private <T> Mono<ServerResponse> take(
      ServerRequest request,
      Class<T> shape,
      BiFunction<T, Who, Mono<? extends CommentCommand>> command) {
    String id = request.pathVariable("id");
    if (!CommentId.wellFormed(id)) {
      return Mono.error(new Problem(ProblemType.NOT_FOUND, null));
    }
    Mono<Who> who =
        SignedIn.of(request)
            .map(signedIn -> new Who(new CommentId(id), signedIn.by(), clock.instant()));
    Mono<T> body =
        request
            .bodyToMono(shape)
            .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.BAD_REQUEST, "no body")));
    return Mono.zip(body, who)
        .flatMap(
            both ->
                command
                    .apply(both.getT1(), both.getT2())
                    .flatMap(decisions::send)
                    .flatMap(answer -> answer(answer, both.getT2().account())))
        .switchIfEmpty(ServerResponse.status(HttpStatus.ACCEPTED).build());
  }

  private Mono<ServerResponse> answer(Outcomes.Answer answer, String account) {
    return lookups
        .around(answer.item())
        .map(around -> ItemView.of(around, account))
        .flatMap(item -> answer(answer, item, account));
  }

  private static Mono<ServerResponse> answer(
      Outcomes.Answer answer, ItemView item, String account) {
    Outcome outcome = answer.outcome();
    if (outcome.applied()) {
      return ServerResponse.ok().bodyValue(item);
    }
    boolean decided = "already-decided".equals(outcome.refused());
    ProblemType type = decided ? ProblemType.ALREADY_DECIDED : ProblemType.OUTDATED;
    Problem refused =
        new Problem(
                "own-decision".equals(outcome.refused()) ? ProblemType.OWN_DECISION : type, null)
            .with("item", item);
    return Mono.error(
        answer.item().hiddenFrom(account)
            ? refused
            : refused.with("happened", happened(answer.item())));
  }

  /** What stands instead: the last decision, or that the author took the comment back. */
  private static Map<String, Object> happened(Item item) {
    Map<String, Object> happened = new HashMap<>();
    happened.put("outcome", item.status());
    happened.put("revision", item.revision());
    happened.put("at", item.submittedAt());
    Item.Decided decision = item.decision();
    if (decision != null && !item.status().terminal()) {
      happened.put("by", new ItemView.Who(decision.by().kind(), decision.by().name()));
      happened.put("at", decision.at());
    }
    return happened;
  }

  /** About what, by whom and when. */
  private record Who(CommentId comment, By by, Instant at) {

    String account() {
      return String.valueOf(by.account());
    }
  }
}
