package io.rejoinder.comment.submission;

import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.thread.Comment;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.events.comment.Withdraw;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Sends edits and withdrawals, and waits a while for what became of them. */
final class Commands {

  private final Broker broker;
  private final Comments comments;
  private final Outcomes outcomes;
  private final Gate gate;
  private final Limits limits;
  private final Editing editing;

  Commands(
      Broker broker,
      Comments comments,
      Outcomes outcomes,
      Gate gate,
      Limits limits,
      Editing editing) {
    this.broker = broker;
    this.comments = comments;
    this.outcomes = outcomes;
    this.gate = gate;
    this.limits = limits;
    this.editing = editing;
  }

  /** 200 or 409 with the outcome; 202 if it is not known in time; 503 if it was not confirmed. */
  Mono<ServerResponse> send(ServerRequest request, CommentCommand command) {
    return stored(command)
        .switchIfEmpty(Mono.defer(() -> sendAndWait(command)))
        .map(comment -> answer(request, command, comment))
        .switchIfEmpty(Mono.fromSupplier(() -> notKnownYet(command)))
        .onErrorResume(e -> gate.notConfirmed(command.comment(), e, request));
  }

  private Mono<Comment> sendAndWait(CommentCommand command) {
    // Listening begins before the command is on its way; the time-out ends it in any case.
    CompletableFuture<Comment> heard =
        outcomes
            .of(command.comment())
            .filter(comment -> outcome(comment, command).isPresent())
            .next()
            .timeout(limits.outcomeTimeout(), Mono.empty())
            .toFuture();
    return Mono.fromFuture(broker.send(Topics.COMMENTS_SUBMITTED, command), true)
        .doOnNext(acked -> gate.accepted())
        .then(Mono.fromFuture(heard))
        .switchIfEmpty(stored(command));
  }

  /** A command that was sent before has its outcome in the store. */
  private Mono<Comment> stored(CommentCommand command) {
    return comments
        .find(command.comment())
        .timeout(limits.parentTimeout())
        .onErrorComplete()
        .filter(comment -> outcome(comment, command).isPresent());
  }

  private static Optional<Outcome> outcome(Comment comment, CommentCommand command) {
    return comment.outcomes().stream()
        .filter(it -> it.command().equals(command.command()))
        .findFirst();
  }

  private ServerResponse answer(ServerRequest request, CommentCommand command, Comment comment) {
    SubmissionView view = editing.view(comment);
    String refused = outcome(comment, command).map(Outcome::refused).orElse(null);
    boolean gone = command instanceof Withdraw && comment.status().terminal();
    if (refused == null || gone) {
      return reply(HttpStatus.OK, view);
    }
    Map<String, Object> happened = Map.of("refused", refused, "submission", view);
    return Problem.of(ProblemType.OUTDATED).with("happened", happened).reply(request.exchange());
  }

  private static ServerResponse notKnownYet(CommentCommand command) {
    return reply(HttpStatus.ACCEPTED, SubmissionView.checking(command.comment().value()));
  }

  private static Reply reply(HttpStatus status, SubmissionView view) {
    return Reply.json(status, Json.bytes(view)).header("Cache-Control", "no-store");
  }
}
