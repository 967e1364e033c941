package io.rejoinder.moderation.token;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.token.TokenState;
import io.rejoinder.moderation.account.Scope;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import reactor.core.publisher.Mono;

/** Makes tokens and takes them back. Threadsafe. */
final class Issuing {

  private static final int ID_BYTES = 8;

  private final Tokens tokens;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Issuing(Tokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * A token and its secret.
   *
   * @param secret told to nobody else, and kept nowhere
   */
  record Issued(TokenState token, TokenSecret secret) {}

  List<TokenState> all() {
    return tokens.all();
  }

  Instant now() {
    return clock.instant();
  }

  /** A new token, once it is known. */
  Mono<Issued> issue(Making.Wanted wanted, By by) {
    return Mono.defer(
        () -> {
          TokenSecret secret = TokenSecret.random(random);
          Instant now = clock.instant();
          TokenState token =
              new TokenState(
                  freshId(),
                  1,
                  wanted.name(),
                  secret.hash(),
                  secret.lastFour(),
                  wanted.scopes().stream().map(Scope::wireName).toList(),
                  by,
                  now,
                  wanted.expires(),
                  false,
                  now);
          return tokens.append(token).thenReturn(new Issued(token, secret));
        });
  }

  /** The token as it stands after it was taken back, for ever; a problem if there is none. */
  Mono<TokenState> revoke(String id, By by) {
    return Mono.defer(
        () -> {
          TokenState token =
              tokens.withId(id).orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, null));
          if (token.revoked()) {
            return Mono.just(token);
          }
          TokenState revoked = token.revokedBy(by, clock.instant());
          return tokens.append(revoked).thenReturn(revoked);
        });
  }

  /** Unlike an account's: who reads a decision sees that a program made it. */
  private String freshId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return "t-" + HexFormat.of().formatHex(id);
  }
}
