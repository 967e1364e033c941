package io.rejoinder.review.site;

import io.rejoinder.review.account.Accounts;
import io.rejoinder.review.account.StaffMember;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.WebSessionServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What stands before the closed part of the site. A stranger is asked to sign in, but only for what
 * exists: any other address is not found.
 *
 * @param administrators decides with every request, so a withdrawn account is out at once
 * @param policy the Content-Security-Policy of every answer
 */
record Gate(
    ReactiveAuthorizationManager<AuthorizationContext> administrators,
    Accounts accounts,
    RequestMappingHandlerMapping routes,
    String policy)
    implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

  static boolean isApi(ServerWebExchange exchange) {
    return exchange.getRequest().getPath().value().startsWith("/api/");
  }

  @Override
  public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refused) {
    return routes
        .getHandler(exchange)
        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
        .flatMap(route -> signInFirst(exchange));
  }

  private Mono<Void> signInFirst(ServerWebExchange exchange) {
    if (isApi(exchange)) {
      return Mono.error(new Problem(HttpStatus.UNAUTHORIZED, "sign-in-required"));
    }
    return SignInForm.first(exchange);
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
    boolean csrf = denied instanceof org.springframework.security.web.server.csrf.CsrfException;
    return Mono.error(
        new Problem(HttpStatus.FORBIDDEN, csrf ? "form-expired" : "administrators-only"));
  }

  /**
   * How a request proves that it is from our own page: by a header or a form field. An upload's
   * field stands in a body that may be large, so that body is read for administrators only.
   */
  ServerCsrfTokenRequestHandler tokens() {
    XorServerCsrfTokenRequestAttributeHandler plain =
        new XorServerCsrfTokenRequestAttributeHandler();
    XorServerCsrfTokenRequestAttributeHandler upload =
        new XorServerCsrfTokenRequestAttributeHandler();
    upload.setTokenFromMultipartDataEnabled(true);
    return new ServerCsrfTokenRequestHandler() {
      @Override
      public void handle(
          ServerWebExchange exchange,
          Mono<org.springframework.security.web.server.csrf.CsrfToken> token) {
        plain.handle(exchange, token);
      }

      @Override
      public Mono<String> resolveCsrfTokenValue(
          ServerWebExchange exchange,
          org.springframework.security.web.server.csrf.CsrfToken token) {
        if (!isUpload(exchange)) {
          return plain.resolveCsrfTokenValue(exchange, token);
        }
        return fromAdministrator(exchange)
            .flatMap(yes -> yes ? upload.resolveCsrfTokenValue(exchange, token) : Mono.empty());
      }
    };
  }

  private static boolean isUpload(ServerWebExchange exchange) {
    MediaType type = exchange.getRequest().getHeaders().getContentType();
    return HttpMethod.POST.equals(exchange.getRequest().getMethod())
        && exchange.getRequest().getPath().value().equals("/import")
        && MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type);
  }

  private Mono<Boolean> fromAdministrator(ServerWebExchange exchange) {
    return new WebSessionServerSecurityContextRepository()
        .load(exchange)
        .mapNotNull(SecurityContext::getAuthentication)
        .map(
            signedIn ->
                signedIn.getPrincipal() instanceof StaffMember member
                    && accounts.isAdministrator(member))
        .defaultIfEmpty(false);
  }
}
