package io.rejoinder.moderation.account;

import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.account.AccountState.Role;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The accounts of the staff, for administrators. */
final class AccountRoutes {

  private static final String BOUND =
      "1..64 letters, digits, spaces or . - _, a letter or digit first and last";
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} ._-]{0,62}[\\p{L}\\p{M}\\p{N}])?");

  private final Staff staff;

  AccountRoutes(Staff staff) {
    this.staff = staff;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/api/accounts", request -> list())
        .POST("/api/accounts", this::open)
        .PUT("/api/accounts/{id}", this::change)
        .POST("/api/accounts/{id}/password", this::reset)
        .DELETE("/api/accounts/{id}/second-factor", this::forgetSecondFactor)
        .build();
  }

  private Mono<ServerResponse> list() {
    return ServerResponse.ok()
        .cacheControl(CacheControl.noStore())
        .bodyValue(Map.of("accounts", staff.all().stream().map(View::of).toList()));
  }

  private Mono<ServerResponse> open(ServerRequest request) {
    return Mono.zip(body(request, Opening.class).map(Opening::checked), SignedIn.of(request))
        .flatMap(both -> staff.open(both.getT2(), both.getT1().name(), both.getT1().role()))
        .flatMap(opened -> answer(HttpStatus.CREATED, opened));
  }

  private Mono<ServerResponse> change(ServerRequest request) {
    return Mono.zip(body(request, Change.class).map(Change::checked), SignedIn.of(request))
        .flatMap(
            both ->
                staff.change(
                    both.getT2(),
                    request.pathVariable("id"),
                    both.getT1().role(),
                    both.getT1().on()))
        .flatMap(account -> ServerResponse.ok().bodyValue(View.of(account)));
  }

  private Mono<ServerResponse> reset(ServerRequest request) {
    return SignedIn.of(request)
        .flatMap(by -> staff.reset(by, request.pathVariable("id")))
        .flatMap(opened -> answer(HttpStatus.OK, opened));
  }

  private Mono<ServerResponse> forgetSecondFactor(ServerRequest request) {
    return SignedIn.of(request)
        .flatMap(by -> staff.forgetSecondFactor(by, request.pathVariable("id")))
        .flatMap(account -> ServerResponse.ok().bodyValue(View.of(account)));
  }

  private static <T> Mono<T> body(ServerRequest request, Class<T> shape) {
    return request
        .bodyToMono(shape)
        .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.BAD_REQUEST, "no body")));
  }

  private static Mono<ServerResponse> answer(HttpStatus status, Staff.Opened opened) {
    return ServerResponse.status(status)
        .cacheControl(CacheControl.noStore())
        .bodyValue(Map.of("account", View.of(opened.account()), "password", opened.password()));
  }

  private record View(
      String id,
      String name,
      Role role,
      boolean active,
      boolean mustChangePassword,
      boolean secondFactor) {

    static View of(AccountState account) {
      return new View(
          account.id(),
          account.name(),
          account.role(),
          account.active(),
          account.mustChangePassword(),
          account.secondFactor() != null);
    }
  }

  /** What {@code POST /api/accounts} takes. */
  record Opening(@Nullable String name, @Nullable Role role) {

    Wanted checked() {
      String stripped = name == null ? "" : name.strip();
      if (!NAME.matcher(stripped).matches()) {
        int length = stripped.codePointCount(0, stripped.length());
        throw Problem.invalid("name", length + " characters", BOUND);
      }
      return new Wanted(stripped, role == null ? Role.MODERATOR : role);
    }

    record Wanted(String name, Role role) {}
  }

  /** What {@code PUT /api/accounts/{id}} takes. */
  record Change(@Nullable Role role, @Nullable Boolean active) {

    Standing checked() {
      if (role == null || active == null) {
        String field = role == null ? "role" : "active";
        throw Problem.invalid(field, "missing", role == null ? "a role" : "true or false");
      }
      return new Standing(role, active);
    }

    record Standing(Role role, boolean on) {}
  }
}
