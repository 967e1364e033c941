package io.rejoinder.moderation.account;

import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.session.SessionState;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Begins and ends sessions: what is done is kept before a browser is told. Fails with {@link
 * java.util.concurrent.TimeoutException} where the broker does not take it. Threadsafe.
 */
final class SessionKeeper {

  private final Sessions sessions;
  private final SessionLedger ledger;
  private final Accounts accounts;
  private final Clock clock;

  SessionKeeper(Sessions sessions, SessionLedger ledger, Accounts accounts, Clock clock) {
    this.sessions = sessions;
    this.ledger = ledger;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Begins one for somebody who has signed in; the browser has its cookie then. */
  Mono<Session> begin(ServerWebExchange exchange, SignIn.Proven proven) {
    AccountState account = proven.account();
    Session session = sessions.fresh(account);
    Instant now = clock.instant();
    SessionState state =
        new SessionState(
            session.id(),
            1,
            account.id(),
            account.version(),
            proven.how(),
            Agent.of(exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT)),
            now,
            session.until(),
            false,
            By.moderator(account.id(), account.name()),
            now);
    return ledger.append(state).then(Mono.fromSupplier(() -> sessions.give(exchange, session)));
  }

  /** Goes on as the same session after its own account changed. */
  Mono<Void> renew(ServerWebExchange exchange, AccountState account) {
    Session session =
        sessions
            .of(exchange)
            .orElseThrow(() -> new Problem(ProblemType.SIGN_IN_REQUIRED, null))
            .renewed(account.version());
    By owner = By.moderator(account.id(), account.name());
    Mono<Void> kept =
        Mono.justOrEmpty(ledger.withId(session.id()))
            .flatMap(
                state -> ledger.append(state.renewed(account.version(), owner, clock.instant())));
    return kept.then(Mono.fromRunnable(() -> sessions.give(exchange, session)));
  }

  /**
   * Takes the cookie back and ends the session of a request. The browser is signed out in any case;
   * it is told if the end could not be kept.
   */
  Mono<Void> end(ServerWebExchange exchange) {
    Optional<SessionState> known = sessions.of(exchange).map(Session::id).flatMap(ledger::withId);
    sessions.takeBack(exchange);
    return Mono.justOrEmpty(known)
        .filter(state -> !state.ended())
        .flatMap(state -> append(state, ownerOf(state)));
  }

  /**
   * Ends any session of an account.
   *
   * @param by who does
   * @param anyones whether that may be another's
   */
  Mono<Void> end(SignedIn by, String id, boolean anyones) {
    return Mono.defer(
        () -> {
          SessionState state =
              ledger
                  .withId(id)
                  .filter(one -> anyones || one.account().equals(by.account()))
                  .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, null));
          return state.ended() ? Mono.empty() : append(state, by.by());
        });
  }

  private Mono<Void> append(SessionState state, By by) {
    return ledger.append(state.endedBy(by, clock.instant()));
  }

  private By ownerOf(SessionState state) {
    String name = accounts.withId(state.account()).map(AccountState::name).orElse("");
    return By.moderator(state.account(), name);
  }

  /** All sessions that open anything, the last one first. */
  List<SessionState> open() {
    return ledger.open(clock.instant()).stream()
        .filter(
            session ->
                accounts
                    .withId(session.account())
                    .filter(account -> account.active())
                    .filter(account -> account.version() == session.accountVersion())
                    .isPresent())
        .toList();
  }

  /** The name of the account that has a session. */
  String nameOf(SessionState session) {
    return accounts.withId(session.account()).map(AccountState::name).orElse(session.account());
  }

  /** Whether this is the session of a request. */
  boolean isOf(ServerWebExchange exchange, SessionState state) {
    return sessions.of(exchange).filter(session -> session.id().equals(state.id())).isPresent();
  }
}
