package io.rejoinder.moderation.account;

import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.comment.By;
import org.springframework.security.core.Authentication;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * Who is signed in.
 *
 * @param account the account's id
 * @param name its name
 * @param role what it may do
 */
public record SignedIn(String account, String name, AccountState.Role role) {

  /** Who sent a request to a route that is for moderators. */
  public static Mono<SignedIn> of(ServerRequest request) {
    return request
        .principal()
        .cast(Authentication.class)
        .map(Authentication::getPrincipal)
        .cast(SignedIn.class);
  }

  static SignedIn of(AccountState account) {
    return new SignedIn(account.id(), account.name(), account.role());
  }

  /** The decider of a decision that this account makes. */
  public By by() {
    return By.moderator(account, name);
  }
}
