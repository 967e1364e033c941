package io.rejoinder.review.site;

import io.rejoinder.review.account.Accounts;
import io.rejoinder.review.account.SignIn;
import io.rejoinder.review.account.StaffMember;
import io.rejoinder.review.discussion.Discussion;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.logout.RedirectServerLogoutSuccessHandler;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;

/**
 * Who may what: readers may read, administrators may do the rest. What is not named here is closed.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

  /** What everybody may read. */
  private static final String[] OPEN = {
    "/",
    "/reviews/{slug}",
    "/assets/**",
    "/sign-in",
    "/problems/{slug}",
    "/api/openapi.yaml",
    "/api/session"
  };

  @Bean
  SecurityWebFilterChain chain(
      ServerHttpSecurity http, Gate gate, AuthenticationWebFilter signIn, SiteProperties site) {
    return http.authorizeExchange(
            exchange ->
                exchange
                    .matchers(EndpointRequest.toAnyEndpoint())
                    .permitAll()
                    .pathMatchers(HttpMethod.GET, OPEN)
                    .permitAll()
                    .pathMatchers(HttpMethod.HEAD, OPEN)
                    .permitAll()
                    .anyExchange()
                    .access(gate.administrators()))
        .addFilterAt(signIn, SecurityWebFiltersOrder.FORM_LOGIN)
        .securityContextRepository(new WebSessionServerSecurityContextRepository())
        .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(tokens(site))
                    .csrfTokenRequestHandler(gate.tokens())
                    .accessDeniedHandler(gate))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(gate).accessDeniedHandler(gate))
        .logout(
            logout -> {
              RedirectServerLogoutSuccessHandler home = new RedirectServerLogoutSuccessHandler();
              home.setLogoutSuccessUrl(java.net.URI.create("/"));
              logout.logoutUrl("/sign-out").logoutSuccessHandler(home);
            })
        .headers(headers -> headers(headers, gate.policy()))
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .build();
  }

  /** Tokens stand in a cookie of their own, so a stranger who opens a form costs no memory. */
  private static CookieServerCsrfTokenRepository tokens(SiteProperties site) {
    CookieServerCsrfTokenRepository tokens = new CookieServerCsrfTokenRepository();
    tokens.setCookieName(site.cookie("rejoinder_site_form"));
    tokens.setHeaderName("X-CSRF-TOKEN");
    tokens.setCookieCustomizer(
        cookie -> cookie.httpOnly(true).secure(site.secure()).sameSite("Lax").path("/"));
    return tokens;
  }

  private static void headers(ServerHttpSecurity.HeaderSpec headers, String policy) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
        .frameOptions(frame -> frame.mode(XFrameOptionsServerHttpHeadersWriter.Mode.DENY))
        .permissionsPolicy(
            permissions ->
                permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"));
  }

  @Bean
  AuthenticationWebFilter signInFilter(SignIn signIn, SiteProperties site) {
    AuthenticationWebFilter filter = new AuthenticationWebFilter(signIn);
    filter.setRequiresAuthenticationMatcher(
        ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, "/sign-in"));
    SignInForm form = new SignInForm(new ClientAddress(site.proxies()));
    filter.setServerAuthenticationConverter(form);
    filter.setAuthenticationFailureHandler(form);
    filter.setAuthenticationSuccessHandler(form);
    filter.setSecurityContextRepository(new WebSessionServerSecurityContextRepository());
    return filter;
  }

  @Bean
  Gate gate(
      Accounts accounts,
      Discussion discussion,
      org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping
          routes) {
    ReactiveAuthorizationManager<AuthorizationContext> administrators =
        (authentication, context) ->
            authentication
                .map(
                    signedIn ->
                        signedIn.getPrincipal() instanceof StaffMember member
                            && accounts.isAdministrator(member))
                .defaultIfEmpty(false)
                .map(AuthorizationDecision::new);
    return new Gate(administrators, accounts, routes, policy(discussion));
  }

  private static String policy(Discussion discussion) {
    String comments = discussion.policySource();
    return "default-src 'none'; script-src 'self' "
        + comments
        + "; style-src 'self'; connect-src 'self' "
        + comments
        + "; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  }

  @Bean
  WebSessionIdResolver webSessionIdResolver(SiteProperties site) {
    CookieWebSessionIdResolver resolver = new CookieWebSessionIdResolver();
    resolver.setCookieName(site.cookie("rejoinder_site"));
    resolver.addCookieInitializer(
        cookie -> cookie.httpOnly(true).secure(site.secure()).sameSite("Lax").path("/"));
    return resolver;
  }
}
