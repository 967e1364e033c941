package io.rejoinder.moderation.account;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;

/**
 * What is open to whom: to a role, or to a token with the scope that stands beside it. Everything
 * that is not named here is closed to everyone.
 */
final class AccessRules {

  private AccessRules() {}

  static void state(AuthorizeExchangeSpec exchange) {
    open(exchange);
    own(exchange);
    exchange
        .pathMatchers(
            HttpMethod.GET,
            "/api/queue",
            "/api/queue/**",
            "/api/comments/*",
            "/api/comments/*/statement")
        .hasAnyAuthority(SessionContext.MODERATOR, Scope.QUEUE_READ.authority())
        .pathMatchers(HttpMethod.GET, "/api/authors", "/api/authors/**")
        .hasAnyAuthority(SessionContext.MODERATOR, Scope.QUEUE_READ.authority())
        .pathMatchers("/api/authors/**")
        .hasAuthority(SessionContext.MODERATOR)
        .pathMatchers(HttpMethod.PUT, "/api/comments/*/range")
        .hasAuthority(SessionContext.SENIOR)
        .pathMatchers("/api/batches", "/api/batches/**")
        .hasAuthority(SessionContext.SENIOR)
        .pathMatchers("/api/comments/**")
        .hasAnyAuthority(SessionContext.MODERATOR, Scope.DECISIONS_WRITE.authority())
        .pathMatchers(HttpMethod.GET, "/api/screening/quality")
        .hasAnyAuthority(
            SessionContext.MODERATOR,
            Scope.SCREENING_READ.authority(),
            Scope.STATISTICS_READ.authority())
        .pathMatchers(HttpMethod.GET, "/api/statistics", "/api/statistics/export")
        .hasAnyAuthority(SessionContext.MODERATOR, Scope.STATISTICS_READ.authority())
        .pathMatchers(HttpMethod.GET, "/api/audit", "/api/audit/**")
        .hasAnyAuthority(SessionContext.ADMINISTRATOR, Scope.AUDIT_READ.authority())
        .pathMatchers("/api/accounts", "/api/accounts/**")
        .hasAnyAuthority(SessionContext.ADMINISTRATOR, Scope.ACCOUNTS_WRITE.authority())
        .pathMatchers(HttpMethod.GET, "/api/screening/**")
        .hasAnyAuthority(SessionContext.MODERATOR, Scope.SCREENING_READ.authority())
        .pathMatchers("/api/screening/**")
        .hasAnyAuthority(SessionContext.ADMINISTRATOR, Scope.SCREENING_WRITE.authority())
        .anyExchange()
        .denyAll();
  }

  private static void open(AuthorizeExchangeSpec exchange) {
    exchange
        .pathMatchers(HttpMethod.GET, "/", "/index.html", "/licenses.md", "/assets/**")
        .permitAll()
        .pathMatchers(HttpMethod.HEAD, "/", "/index.html", "/licenses.md", "/assets/**")
        .permitAll()
        .pathMatchers(
            HttpMethod.GET, "/problems/*", "/api/openapi.yaml", "/api/session", "/sign-in/*")
        .permitAll()
        .pathMatchers(HttpMethod.POST, "/api/session")
        .permitAll()
        .pathMatchers(HttpMethod.DELETE, "/api/session")
        .permitAll();
  }

  /** What a person does, and no token: passwords, and tokens themselves. */
  private static void own(AuthorizeExchangeSpec exchange) {
    exchange
        .pathMatchers(HttpMethod.POST, "/api/session/password")
        .hasAnyAuthority(SessionContext.MODERATOR, SessionContext.MUST_CHANGE_PASSWORD)
        .pathMatchers(
            "/api/session/second-factor",
            "/api/session/second-factor/**",
            "/api/sessions",
            "/api/sessions/**")
        .hasAuthority(SessionContext.MODERATOR)
        .pathMatchers("/api/tokens", "/api/tokens/**")
        .hasAuthority(SessionContext.ADMINISTRATOR);
  }
}
