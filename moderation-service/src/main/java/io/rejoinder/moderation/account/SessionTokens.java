package io.rejoinder.moderation.account;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The token against cross-site requests: a keyed hash of the session's id, nowhere stored. */
final class SessionTokens implements ServerCsrfTokenRepository {

  static final String HEADER = "X-CSRF-TOKEN";

  private final Sessions sessions;

  SessionTokens(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
    return Mono.fromSupplier(() -> token(sessions.begun(exchange)));
  }

  @Override
  public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
    return Mono.empty();
  }

  @Override
  public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
    return Mono.justOrEmpty(sessions.of(exchange).map(this::token));
  }

  /** Whether the request is one of a session, which has a token. */
  boolean areOf(ServerWebExchange exchange) {
    return sessions.of(exchange).isPresent();
  }

  CsrfToken token(Session session) {
    return new DefaultCsrfToken(HEADER, "_csrf", sessions.token(session));
  }
}
