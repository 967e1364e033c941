package io.rejoinder.moderation.account;

import io.rejoinder.events.session.SessionState;
import io.rejoinder.moderation.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Where one is signed in, and ending that; administrators see and end everyone's. */
final class SessionListRoutes {

  private final SessionKeeper sessions;

  SessionListRoutes(SessionKeeper sessions) {
    this.sessions = sessions;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/api/sessions", this::list)
        .DELETE("/api/sessions/{id}", this::end)
        .build();
  }

  private Mono<ServerResponse> list(ServerRequest request) {
    String of = request.queryParam("of").orElse("me");
    if (!of.equals("me") && !of.equals("all")) {
      return Mono.error(Problem.invalid("of", of.length() + " characters", "me or all"));
    }
    return Mono.zip(SignedIn.of(request), SignedIn.isAdministrator(request))
        .map(
            who -> {
              boolean all = of.equals("all") && who.getT2();
              List<View> views =
                  sessions.open().stream()
                      .filter(one -> all || one.account().equals(who.getT1().account()))
                      .map(one -> view(request, one))
                      .toList();
              return Map.of("sessions", views);
            })
        .flatMap(
            views -> ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(views));
  }

  private View view(ServerRequest request, SessionState state) {
    return new View(
        state.id(),
        state.account(),
        sessions.nameOf(state),
        state.agent(),
        state.how(),
        state.started(),
        state.until(),
        sessions.isOf(request.exchange(), state));
  }

  private Mono<ServerResponse> end(ServerRequest request) {
    return Mono.zip(SignedIn.of(request), SignedIn.isAdministrator(request))
        .flatMap(who -> sessions.end(who.getT1(), request.pathVariable("id"), who.getT2()))
        .then(ServerResponse.noContent().build());
  }

  /**
   * A session.
   *
   * @param account the id of whose it is
   * @param name of that account
   * @param agent browser and system; null where they are not known
   * @param how it was signed in: {@code password}, {@code code} or {@code recovery-code}
   * @param current whether the request is of it
   */
  private record View(
      String id,
      String account,
      String name,
      @Nullable String agent,
      String how,
      Instant started,
      Instant until,
      boolean current) {}
}
