package io.rejoinder.review.site;

import io.rejoinder.review.account.SignIn;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The form of the sign-in page: reads it, and says where to go from there. */
final class SignInForm
    implements ServerAuthenticationConverter,
        ServerAuthenticationFailureHandler,
        ServerAuthenticationSuccessHandler {

  /** Pages that a stranger may be led on to. */
  static final Set<String> WANTED = Set.of("/write", "/import");

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
              tried.setDetails(
                  new SignIn.Attempt(addresses.of(exchange.getRequest()), field(form, "code")));
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
    } else if (refused instanceof InsufficientAuthenticationException) {
      why = "code";
    } else if (refused instanceof CredentialsExpiredException) {
      why = "change";
    } else if (refused instanceof AuthenticationServiceException) {
      why = "later";
    }
    return to(filtered.getExchange(), "/sign-in?refused=" + why);
  }

  /** To what the visitor wanted, which is one of our own pages: never elsewhere. */
  @Override
  public Mono<Void> onAuthenticationSuccess(WebFilterExchange filtered, Authentication signedIn) {
    ServerWebExchange exchange = filtered.getExchange();
    return exchange
        .getFormData()
        .map(form -> field(form, "then"))
        .flatMap(then -> to(exchange, WANTED.contains(then) ? then : "/"));
  }

  /** To the sign-in page, which leads on to what was wanted. */
  static Mono<Void> first(ServerWebExchange exchange) {
    String path = exchange.getRequest().getPath().value();
    return to(exchange, WANTED.contains(path) ? "/sign-in?then=" + path : "/sign-in");
  }

  private static Mono<Void> to(ServerWebExchange exchange, String address) {
    exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
    exchange.getResponse().getHeaders().setLocation(URI.create(address));
    return exchange.getResponse().setComplete();
  }
}
