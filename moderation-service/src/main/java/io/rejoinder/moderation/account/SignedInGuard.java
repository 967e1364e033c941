package io.rejoinder.moderation.account;

import org.springframework.web.server.ServerWebExchange;

/** Whether a request that lasts, such as a live stream, is still from somebody who is signed in. */
public final class SignedInGuard {

  private final SessionContext context;

  SignedInGuard(SessionContext context) {
    this.context = context;
  }

  /** Whether the session that the request came with is still good. */
  public boolean holds(ServerWebExchange exchange) {
    return context.account(exchange).filter(account -> !account.mustChangePassword()).isPresent();
  }
}
