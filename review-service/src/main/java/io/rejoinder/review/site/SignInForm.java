package io.rejoinder.review.site;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The form of the sign-in page: reads it, and says where to go from there. */
final class SignInForm
    implements ServerAuthenticationConverter, ServerAuthenticationFailureHandler {

  private final ClientAddress addresses;

  SignInForm(ClientAddress addresses) {
    this.addresses = addresses;
  }

  @Override
  public Mono<Authentication> convert(ServerWebExchange exchange) {
    return exchange
        .getFormData()
        .map(
            form -> {
              UsernamePasswordAuthenticationToken tried =
                  UsernamePasswordAuthenticationToken.unauthenticated(
                      field(form, "name"), field(form, "password"));
              tried.setDetails(addresses.of(exchange.getRequest()));
              return tried;
            });
  }

  private static String field(MultiValueMap<String, String> form, String name) {
    String value = form.getFirst(name);
    return value == null ? "" : value;
  }

  /** Back to the page, which says why. */
  @Override
  public Mono<Void> onAuthenticationFailure(
      WebFilterExchange filtered, AuthenticationException refused) {
    String why = "wrong";
    if (refused instanceof LockedException) {
      why = "locked";
    } else if (refused instanceof CredentialsExpiredException) {
      why = "change";
    } else if (refused instanceof AuthenticationServiceException) {
      why = "later";
    }
    var response = filtered.getExchange().getResponse();
    response.setStatusCode(HttpStatus.SEE_OTHER);
    response.getHeaders().setLocation(URI.create("/sign-in?refused=" + why));
    return response.setComplete();
  }

  /** To where the visitor wanted to go. */
  ServerAuthenticationSuccessHandler welcome(ServerRequestCache requests) {
    RedirectServerAuthenticationSuccessHandler redirect =
        new RedirectServerAuthenticationSuccessHandler("/");
    redirect.setRequestCache(requests);
    return redirect;
  }
}
