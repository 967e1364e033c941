package io.rejoinder.moderation.account;

import io.rejoinder.events.account.AccountState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Who sent a request, and what they may do as things stand now: the program whose token it carries,
 * else whoever its session says is signed in.
 */
final class SessionContext implements ServerSecurityContextRepository {

  static final String MODERATOR = "moderator";
  static final String SENIOR = "senior";
  static final String ADMINISTRATOR = "administrator";

  /** What an account may do whose password was generated: change it. */
  static final String MUST_CHANGE_PASSWORD = "must-change-password";

  private final Sessions sessions;
  private final Accounts accounts;
  private final Predicate<String> vouched;

  /**
   * Contexts.
   *
   * @param vouched whether a provider vouched for whoever has the session with this id: no password
   *     has to be changed that nobody uses
   */
  SessionContext(Sessions sessions, Accounts accounts, Predicate<String> vouched) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.vouched = vouched;
  }

  /** Cookies are set where a session begins and ends. */
  @Override
  public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
    return Mono.empty();
  }

  @Override
  public Mono<SecurityContext> load(ServerWebExchange exchange) {
    return Mono.justOrEmpty(
        BearerGate.bearer(exchange)
            .map(SessionContext::context)
            .or(
                () ->
                    account(exchange)
                        .map(account -> context(account, mustChange(exchange, account)))));
  }

  /** The account that is signed in, by the session alone. */
  Optional<AccountState> account(ServerWebExchange exchange) {
    return sessions.of(exchange).filter(session -> !session.anonymous()).flatMap(this::account);
  }

  /** Whether nothing is open to this session's account before its password is changed. */
  boolean mustChange(ServerWebExchange exchange, AccountState account) {
    return account.mustChangePassword()
        && sessions.of(exchange).filter(session -> vouched.test(session.id())).isEmpty();
  }

  private Optional<AccountState> account(Session session) {
    return accounts.withId(session.account()).filter(account -> sessions.isGood(session, account));
  }

  static SecurityContext context(AccountState account, boolean mustChange) {
    List<GrantedAuthority> authorities = new ArrayList<>();
    if (mustChange) {
      authorities.add(new SimpleGrantedAuthority(MUST_CHANGE_PASSWORD));
    } else {
      authorities.add(new SimpleGrantedAuthority(MODERATOR));
      if (account.role().includes(AccountState.Role.SENIOR)) {
        authorities.add(new SimpleGrantedAuthority(SENIOR));
      }
      if (account.role().includes(AccountState.Role.ADMINISTRATOR)) {
        authorities.add(new SimpleGrantedAuthority(ADMINISTRATOR));
      }
    }
    return context(SignedIn.of(account), authorities);
  }

  /** What its scopes say, and no role: there are routes that no program may ask. */
  private static SecurityContext context(Bearers.Bearer bearer) {
    return context(
        SignedIn.of(bearer),
        bearer.scopes().stream().map(Scope::authority).map(SimpleGrantedAuthority::new).toList());
  }

  private static SecurityContext context(SignedIn who, List<? extends GrantedAuthority> may) {
    return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(who, "", may));
  }
}
