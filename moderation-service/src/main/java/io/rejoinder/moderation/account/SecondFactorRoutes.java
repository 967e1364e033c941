package io.rejoinder.moderation.account;

import static io.rejoinder.moderation.account.SessionRoutes.LONGEST_CODE;
import static io.rejoinder.moderation.account.SessionRoutes.LONGEST_PASSWORD;
import static io.rejoinder.moderation.account.SessionRoutes.within;

import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.comment.By;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What one's own account asks for besides the password; a change of it needs the password. */
final class SecondFactorRoutes {

  private static final String PATH = "/api/session/second-factor";

  /** A sealed secret, its account and its time are about 250. */
  private static final int LONGEST_PENDING = 1_000;

  private final SessionContext context;
  private final SignIn signIn;
  private final SecondFactors factors;
  private final Accounts accounts;
  private final SessionKeeper keeper;
  private final Clock clock;

  SecondFactorRoutes(
      SessionContext context,
      SignIn signIn,
      SecondFactors factors,
      Accounts accounts,
      SessionKeeper keeper,
      Clock clock) {
    this.context = context;
    this.signIn = signIn;
    this.factors = factors;
    this.accounts = accounts;
    this.keeper = keeper;
    this.clock = clock;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .POST(PATH, this::offer)
        .PUT(PATH, this::switchOn)
        .POST(PATH + "/removal", this::switchOff)
        .build();
  }

  private AccountState own(ServerRequest request) {
    return context
        .account(request.exchange())
        .orElseThrow(() -> new Problem(ProblemType.SIGN_IN_REQUIRED, null));
  }

  private Mono<ServerResponse> offer(ServerRequest request) {
    return Mono.fromSupplier(() -> factors.offer(own(request)))
        .flatMap(offer -> secret(ServerResponse.ok(), offer));
  }

  private Mono<ServerResponse> switchOn(ServerRequest request) {
    return body(request)
        .flatMap(
            given ->
                confirmed(request, given)
                    .map(
                        account ->
                            factors.switchOn(
                                account,
                                within("pending", given.pending(), 1, LONGEST_PENDING),
                                within("code", given.code(), 1, LONGEST_CODE))))
        .flatMap(
            on ->
                keep(request, on.account())
                    .then(
                        Mono.defer(
                            () ->
                                secret(
                                    ServerResponse.ok(),
                                    Map.of("recoveryCodes", on.recoveryCodes())))));
  }

  private Mono<ServerResponse> switchOff(ServerRequest request) {
    return body(request)
        .flatMap(given -> confirmed(request, given))
        .flatMap(account -> keep(request, account.next(null, clock.instant())))
        .then(ServerResponse.noContent().build());
  }

  private static Mono<Given> body(ServerRequest request) {
    return request
        .bodyToMono(Given.class)
        .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.BAD_REQUEST, "no body")));
  }

  private Mono<AccountState> confirmed(ServerRequest request, Given given) {
    String password = within("password", given.password(), 1, LONGEST_PASSWORD);
    return signIn.withPassword(own(request).name(), password, request.remoteAddress().orElse(null));
  }

  private Mono<Void> keep(ServerRequest request, AccountState changed) {
    AccountState after = changed.madeBy(By.moderator(changed.id(), changed.name()));
    return accounts.append(after).then(Mono.defer(() -> keeper.renew(request.exchange(), after)));
  }

  private static Mono<ServerResponse> secret(ServerResponse.BodyBuilder answer, Object body) {
    return answer.cacheControl(CacheControl.noStore()).bodyValue(body);
  }

  /** What these routes take. */
  record Given(@Nullable String password, @Nullable String pending, @Nullable String code) {
    @Override
    public String toString() {
      return "Given";
    }
  }
}
