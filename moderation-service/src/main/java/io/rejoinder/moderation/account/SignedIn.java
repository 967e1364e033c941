package io.rejoinder.moderation.account;

import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.comment.By;
import org.springframework.security.core.Authentication;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * Who is signed in: somebody of the staff, or a program with a token.
 *
 * @param account the account's id, or the token's
 * @param name its name
 */
public record SignedIn(String account, String name) {

  /** Who sent a request to a route that is not for everyone. */
  public static Mono<SignedIn> of(ServerRequest request) {
    return request
        .principal()
        .cast(Authentication.class)
        .map(Authentication::getPrincipal)
        .cast(SignedIn.class);
  }

  /** Whether a request comes from somebody who may decide in bulk and take back what others did. */
  public static Mono<Boolean> isSenior(ServerRequest request) {
    return may(request, SessionContext.SENIOR);
  }

  /** Whether a request comes from an administrator. */
  static Mono<Boolean> isAdministrator(ServerRequest request) {
    return may(request, SessionContext.ADMINISTRATOR);
  }

  private static Mono<Boolean> may(ServerRequest request, String authority) {
    return request
        .principal()
        .cast(Authentication.class)
        .map(
            who ->
                who.getAuthorities().stream()
                    .anyMatch(one -> authority.equals(one.getAuthority())));
  }

  static SignedIn of(AccountState account) {
    return new SignedIn(account.id(), account.name());
  }

  static SignedIn of(Bearers.Bearer bearer) {
    return new SignedIn(bearer.id(), bearer.name());
  }

  /** The decider of a decision that this account makes. */
  public By by() {
    return By.moderator(account, name);
  }
}
