package io.rejoinder.moderation.account;

import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/** Whether a request that lasts, such as a live stream, is still from somebody who may ask. */
public final class SignedInGuard {

  private final SessionContext context;
  private final Bearers bearers;

  SignedInGuard(SessionContext context, Bearers bearers) {
    this.context = context;
    this.bearers = bearers;
  }

  /** Whether the token or the session that the request came with is still good. */
  public boolean holds(ServerWebExchange exchange) {
    Optional<String> secret = BearerGate.secret(exchange);
    if (secret.isPresent()) {
      return bearers.of(secret.get()).isPresent();
    }
    return context
        .account(exchange)
        .filter(account -> !context.mustChange(exchange, account))
        .isPresent();
  }
}
