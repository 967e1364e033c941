package io.rejoinder.moderation.account;

import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import io.rejoinder.moderation.problem.Problems;
import java.util.Map;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What is open to whom. Everything that is not named here is closed to everyone. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

  /** Nothing but files of our own: no inline script or style, no frame around the console. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String PERMISSIONS_POLICY =
      "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

  /** The actuator has a port of its own, which is bound to this machine. */
  @Bean
  @Order(0)
  SecurityWebFilterChain actuatorSecurity(ServerHttpSecurity http) {
    return http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeExchange(exchange -> exchange.anyExchange().permitAll())
        .csrf(CsrfSpec::disable)
        .build();
  }

  @Bean
  @Order(1)
  SecurityWebFilterChain consoleSecurity(
      ServerHttpSecurity http, SessionContext context, SessionTokens tokens, Problems problems) {
    ServerAccessDeniedHandler denied = (exchange, e) -> denied(exchange, e, problems);
    return http.securityContextRepository(context)
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(tokens)
                    .csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler())
                    .accessDeniedHandler(denied))
        .exceptionHandling(
            handling ->
                handling
                    .accessDeniedHandler(denied)
                    .authenticationEntryPoint((exchange, e) -> signIn(exchange, tokens, problems)))
        .authorizeExchange(SecurityConfiguration::authorize)
        .headers(SecurityConfiguration::headers)
        .httpBasic(HttpBasicSpec::disable)
        .formLogin(FormLoginSpec::disable)
        .logout(LogoutSpec::disable)
        .requestCache(RequestCacheSpec::disable)
        .build();
  }

  private static void authorize(AuthorizeExchangeSpec exchange) {
    exchange
        .pathMatchers(HttpMethod.GET, "/", "/index.html", "/licenses.md", "/assets/**")
        .permitAll()
        .pathMatchers(HttpMethod.HEAD, "/", "/index.html", "/licenses.md", "/assets/**")
        .permitAll()
        .pathMatchers(HttpMethod.GET, "/problems/*", "/api/openapi.yaml", "/api/session")
        .permitAll()
        .pathMatchers(HttpMethod.POST, "/api/session")
        .permitAll()
        .pathMatchers(HttpMethod.DELETE, "/api/session")
        .permitAll()
        .pathMatchers(HttpMethod.POST, "/api/session/password")
        .hasAnyAuthority(SessionContext.MODERATOR, SessionContext.MUST_CHANGE_PASSWORD)
        .pathMatchers("/api/queue", "/api/queue/stream", "/api/comments/**")
        .hasAuthority(SessionContext.MODERATOR)
        .pathMatchers(HttpMethod.GET, "/api/screening/quality")
        .hasAuthority(SessionContext.MODERATOR)
        .pathMatchers("/api/accounts", "/api/accounts/**", "/api/audit", "/api/audit/**")
        .hasAuthority(SessionContext.ADMINISTRATOR)
        .pathMatchers(HttpMethod.GET, "/api/screening/**")
        .hasAuthority(SessionContext.MODERATOR)
        .pathMatchers("/api/screening/**")
        .hasAuthority(SessionContext.ADMINISTRATOR)
        .anyExchange()
        .denyAll();
  }

  private static void headers(HeaderSpec headers) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
        .permissionsPolicy(permissions -> permissions.policy(PERMISSIONS_POLICY))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .frameOptions(frame -> frame.mode(XFrameOptionsServerHttpHeadersWriter.Mode.DENY));
  }

  private static Mono<Void> signIn(
      ServerWebExchange exchange, SessionTokens tokens, Problems problems) {
    return tokens
        .generateToken(exchange)
        .flatMap(
            token ->
                problems.write(
                    exchange,
                    new Problem(ProblemType.SIGN_IN_REQUIRED, null)
                        .with(
                            "csrf",
                            Map.of("header", token.getHeaderName(), "token", token.getToken()))));
  }

  private static Mono<Void> denied(
      ServerWebExchange exchange, AccessDeniedException e, Problems problems) {
    if (e instanceof CsrfException) {
      return problems.write(exchange, new Problem(ProblemType.TOKEN_REFUSED, null));
    }
    return exchange
        .getPrincipal()
        .cast(org.springframework.security.core.Authentication.class)
        .map(
            who ->
                who.getAuthorities().stream()
                    .anyMatch(
                        authority ->
                            SessionContext.MUST_CHANGE_PASSWORD.equals(authority.getAuthority())))
        .defaultIfEmpty(false)
        .flatMap(
            mustChange ->
                problems.write(
                    exchange,
                    new Problem(
                        mustChange ? ProblemType.PASSWORD_CHANGE_REQUIRED : ProblemType.NOT_ALLOWED,
                        null)));
  }

  /** There is one way to sign in, and it is not the framework's: keeps its default user away. */
  @Bean
  ReactiveAuthenticationManager noAuthenticationManager() {
    return authentication ->
        Mono.error(
            new org.springframework.security.authentication.AuthenticationServiceException(
                "sign in at /api/session"));
  }
}
