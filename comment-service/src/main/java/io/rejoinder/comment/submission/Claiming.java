package io.rejoinder.comment.submission;

import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.identity.Readers;
import io.rejoinder.comment.identity.SignedIn;
import io.rejoinder.comment.site.Sites;
import io.rejoinder.comment.thread.Comment;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.Claim;
import io.rejoinder.events.comment.CommentId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What somebody wrote as a guest becomes theirs once they are signed in, on the same site. */
final class Claiming {

  private static final Duration FOUND_WITHIN = Duration.ofSeconds(3);

  private final Comments comments;
  private final Authors authors;
  private final Tickets tickets;
  private final Commands commands;
  private final Gate gate;
  private final Clock clock;

  Claiming(
      Comments comments,
      Authors authors,
      Tickets tickets,
      Commands commands,
      Gate gate,
      Clock clock) {
    this.comments = comments;
    this.authors = authors;
    this.tickets = tickets;
    this.commands = commands;
    this.gate = gate;
    this.clock = clock;
  }

  /** Claims a comment whose token has been shown. Its thread, and so its site, the store knows. */
  Mono<ServerResponse> claim(ServerRequest request, CommentId id) {
    Readers.Sender sender = authors.sender(request);
    Problem problem = sender.problem();
    if (problem != null) {
      return gate.refuse(problem, request);
    }
    if (sender.signedIn() == null) {
      return gate.refuse(Problem.of(ProblemType.SIGN_IN_REQUIRED), request);
    }
    return comments
        .find(id)
        .timeout(FOUND_WITHIN)
        .map(comment -> claim(request, comment, sender))
        .onErrorReturn(Mono.defer(() -> unavailable(request)))
        .defaultIfEmpty(Mono.defer(() -> unknown(request)))
        .flatMap(answer -> answer);
  }

  private Mono<ServerResponse> claim(ServerRequest request, Comment comment, Readers.Sender any) {
    Readers.Sender sender = any.on(Sites.idOf(comment.thread().value()));
    SignedIn reader = sender.signedIn();
    Problem elsewhere = sender.problem();
    if (elsewhere != null || reader == null) {
      return gate.refuse(
          elsewhere == null ? Problem.of(ProblemType.SIGN_IN_REQUIRED) : elsewhere, request);
    }
    return commands.send(
        request,
        new Claim(
            tickets.command(comment.id(), "claim", reader.reader()),
            comment.id(),
            new Author(reader.name(), reader.email(), null, reader.reader(), true),
            clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }

  private Mono<ServerResponse> unavailable(ServerRequest request) {
    return gate.refuse(
        Problem.of(ProblemType.STORE_UNAVAILABLE).withHeader("Retry-After", "2"), request);
  }

  /** It was posted a moment ago, or is not there. */
  private Mono<ServerResponse> unknown(ServerRequest request) {
    return gate.refuse(Problem.of(ProblemType.UNKNOWN_COMMENT), request);
  }
}
