package io.rejoinder.moderation.claim;

import io.rejoinder.events.comment.CommentId;
import io.rejoinder.moderation.account.SignedIn;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The edge that takes claims. */
final class ClaimRoutes {

  private final Claims claims;

  ClaimRoutes(Claims claims) {
    this.claims = claims;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .POST("/api/comments/{id}/claim", this::claim)
        .DELETE("/api/comments/{id}/claim", this::release)
        .build();
  }

  private Mono<ServerResponse> claim(ServerRequest request) {
    CommentId comment = comment(request);
    return SignedIn.of(request)
        .flatMap(
            who -> claims.claim(comment, who.by()).map(lease -> ClaimView.of(lease, who.account())))
        .flatMap(claim -> ServerResponse.ok().bodyValue(claim));
  }

  private Mono<ServerResponse> release(ServerRequest request) {
    CommentId comment = comment(request);
    return SignedIn.of(request)
        .flatMap(who -> claims.release(comment, who.by()))
        .then(ServerResponse.noContent().build());
  }

  private static CommentId comment(ServerRequest request) {
    String id = request.pathVariable("id");
    if (!CommentId.wellFormed(id)) {
      throw new Problem(ProblemType.NOT_FOUND, null);
    }
    return new CommentId(id);
  }
}
