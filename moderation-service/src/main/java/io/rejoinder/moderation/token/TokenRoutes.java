package io.rejoinder.moderation.token;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.token.TokenState;
import io.rejoinder.moderation.account.SignedIn;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The tokens, for administrators who are signed in: no token makes another. */
final class TokenRoutes {

  private final Issuing issuing;

  TokenRoutes(Issuing issuing) {
    this.issuing = issuing;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/api/tokens", request -> list())
        .POST("/api/tokens", this::make)
        .DELETE("/api/tokens/{id}", this::revoke)
        .build();
  }

  private Mono<ServerResponse> list() {
    return answer(HttpStatus.OK, Map.of("tokens", issuing.all().stream().map(View::of).toList()));
  }

  private Mono<ServerResponse> make(ServerRequest request) {
    Mono<Making.Wanted> wanted =
        request
            .bodyToMono(Making.class)
            .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.BAD_REQUEST, "no body")))
            .map(making -> making.checked(issuing.now()));
    return Mono.zip(wanted, SignedIn.of(request))
        .flatMap(both -> issuing.issue(both.getT1(), both.getT2().by()))
        .flatMap(
            issued ->
                answer(
                    HttpStatus.CREATED,
                    Map.of("token", View.of(issued.token()), "secret", issued.secret().text())));
  }

  private Mono<ServerResponse> revoke(ServerRequest request) {
    return SignedIn.of(request)
        .flatMap(who -> issuing.revoke(request.pathVariable("id"), who.by()))
        .flatMap(token -> answer(HttpStatus.OK, View.of(token)));
  }

  private static Mono<ServerResponse> answer(HttpStatus status, Object body) {
    return ServerResponse.status(status).cacheControl(CacheControl.noStore()).bodyValue(body);
  }

  /** Without the hash, which nobody needs. */
  private record View(
      String id,
      String name,
      List<String> scopes,
      String lastFour,
      By createdBy,
      Instant createdAt,
      @Nullable Instant expires,
      boolean revoked) {

    static View of(TokenState token) {
      return new View(
          token.id(),
          token.name(),
          token.scopes(),
          token.lastFour(),
          token.createdBy(),
          token.createdAt(),
          token.expires(),
          token.revoked());
    }
  }
}
