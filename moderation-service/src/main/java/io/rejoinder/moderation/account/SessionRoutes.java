package io.rejoinder.moderation.account;

import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.account.SecondFactor;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Signing in and out, and changing one's password. */
final class SessionRoutes {

  private static final int LONGEST_NAME = 64;
  private static final int SHORTEST_PASSWORD = 12;
  static final int LONGEST_PASSWORD = 128;
  static final int LONGEST_CODE = 32;

  private final Sessions sessions;
  private final SessionTokens tokens;
  private final SessionContext context;
  private final SignIn signIn;
  private final SessionKeeper keeper;
  private final String provider;

  /**
   * The routes.
   *
   * @param provider what the sign-in calls the provider; empty for none
   */
  SessionRoutes(
      Sessions sessions,
      SessionTokens tokens,
      SessionContext context,
      SignIn signIn,
      SessionKeeper keeper,
      String provider) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.context = context;
    this.signIn = signIn;
    this.keeper = keeper;
    this.provider = provider;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/api/session", this::show)
        .POST("/api/session", this::signIn)
        .DELETE("/api/session", this::signOut)
        .POST("/api/session/password", this::changePassword)
        .build();
  }

  private Mono<ServerResponse> show(ServerRequest request) {
    ServerWebExchange exchange = request.exchange();
    Optional<AccountState> account = context.account(exchange);
    return account.isPresent()
        ? answer(exchange, account.get())
        : Mono.error(
            new Problem(ProblemType.SIGN_IN_REQUIRED, null)
                .with("csrf", csrf(sessions.begun(exchange)))
                .with("provider", provider));
  }

  private Mono<ServerResponse> answer(ServerWebExchange exchange, AccountState account) {
    Session session = sessions.begun(exchange);
    return ServerResponse.ok()
        .bodyValue(
            Map.of(
                "account", Map.of("name", account.name(), "role", account.role()),
                "csrf", csrf(session),
                "mustChangePassword", context.mustChange(exchange, account),
                "secondFactor", account.secondFactor() != null,
                "recoveryCodes", recoveryCodes(account)));
  }

  private static int recoveryCodes(AccountState account) {
    SecondFactor factor = account.secondFactor();
    return factor == null ? 0 : factor.recovery().size();
  }

  private Map<String, String> csrf(Session session) {
    CsrfToken token = tokens.token(session);
    return Map.of("header", token.getHeaderName(), "token", token.getToken());
  }

  private Mono<ServerResponse> signIn(ServerRequest request) {
    InetSocketAddress from = request.remoteAddress().orElse(null);
    return request
        .bodyToMono(Credentials.class)
        .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.BAD_REQUEST, "no body")))
        .map(Credentials::checked)
        .flatMap(given -> signIn.as(given.name(), given.password(), given.code(), from))
        .flatMap(
            proven ->
                keeper
                    .begin(request.exchange(), proven)
                    .then(Mono.defer(() -> answer(request.exchange(), proven.account()))));
  }

  private Mono<ServerResponse> signOut(ServerRequest request) {
    return keeper.end(request.exchange()).then(ServerResponse.noContent().build());
  }

  private Mono<ServerResponse> changePassword(ServerRequest request) {
    ServerWebExchange exchange = request.exchange();
    AccountState account =
        context
            .account(exchange)
            .orElseThrow(() -> new Problem(ProblemType.SIGN_IN_REQUIRED, null));
    return request
        .bodyToMono(Change.class)
        .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.BAD_REQUEST, "no body")))
        .map(Change::checked)
        .flatMap(
            change ->
                signIn.change(
                    account,
                    change.current(),
                    change.fresh(),
                    request.remoteAddress().orElse(null)))
        .flatMap(
            changed -> keeper.renew(exchange, changed).then(ServerResponse.noContent().build()));
  }

  static String within(String field, @Nullable String value, int least, int most) {
    int length = value == null ? 0 : value.codePointCount(0, value.length());
    if (value == null || length < least || length > most) {
      throw Problem.invalid(field, length, least + ".." + most + " characters");
    }
    return value;
  }

  /** What {@code POST /api/session} takes. */
  record Credentials(@Nullable String name, @Nullable String password, @Nullable String code) {

    Given checked() {
      return new Given(
          within("name", name, 1, LONGEST_NAME),
          within("password", password, 1, LONGEST_PASSWORD),
          code == null || code.isBlank() ? null : within("code", code, 1, LONGEST_CODE));
    }

    record Given(String name, String password, @Nullable String code) {
      @Override
      public String toString() {
        return "Given";
      }
    }

    @Override
    public String toString() {
      return "Credentials";
    }
  }

  /** What {@code POST /api/session/password} takes. */
  record Change(
      @Nullable String current,
      @com.fasterxml.jackson.annotation.JsonProperty("new") @Nullable String fresh) {

    Wanted checked() {
      return new Wanted(
          within("current", current, 1, LONGEST_PASSWORD),
          within("new", fresh, SHORTEST_PASSWORD, LONGEST_PASSWORD));
    }

    record Wanted(String current, String fresh) {}

    @Override
    public String toString() {
      return "Change";
    }
  }
}
