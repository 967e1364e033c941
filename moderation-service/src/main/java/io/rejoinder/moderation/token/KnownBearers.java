package io.rejoinder.moderation.token;

import io.rejoinder.events.token.TokenState;
import io.rejoinder.moderation.account.Bearers;
import io.rejoinder.moderation.account.Scope;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;

/** Those whose token is good at the moment of the question. Threadsafe. */
final class KnownBearers implements Bearers {

  private final Tokens tokens;
  private final Clock clock;

  KnownBearers(Tokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public Optional<Bearer> of(String secret) {
    return TokenSecret.read(secret)
        .flatMap(tokens::of)
        .filter(token -> token.isGood(clock.instant()))
        .map(KnownBearers::bearer);
  }

  private static Bearer bearer(TokenState token) {
    return new Bearer(
        token.id(),
        token.name(),
        token.scopes().stream()
            .flatMap(scope -> Scope.named(scope).stream())
            .collect(Collectors.toSet()));
  }
}
