package io.rejoinder.moderation.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.token.TokenState;
import io.rejoinder.moderation.account.Bearers.Bearer;
import io.rejoinder.moderation.account.Scope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

class KnownBearersTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final TokenSecret secret = TokenSecret.random(new SecureRandom());
  private final Tokens tokens =
      new Tokens(
          Map.of(),
          new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of())),
          new SimpleMeterRegistry());
  private final KnownBearers bearers = new KnownBearers(tokens, Clock.fixed(NOW, ZoneOffset.UTC));

  private TokenState token(long version, @Nullable Instant expires, boolean revoked) {
    return new TokenState(
        "t-1",
        version,
        "festival",
        secret.hash(),
        secret.lastFour(),
        List.of("queue:read", "of-a-later-version"),
        By.moderator("a-7", "vivian"),
        NOW,
        expires,
        revoked,
        NOW);
  }

  @Test
  void holderHasTheScopesThatAreKnownHere() {
    tokens.seen(token(1, null, false));
    assertThat(bearers.of(secret.text()))
        .contains(new Bearer("t-1", "festival", Set.of(Scope.QUEUE_READ)));
  }

  @Test
  void anotherSecretIsNobodys() {
    tokens.seen(token(1, null, false));
    assertThat(bearers.of(TokenSecret.random(new SecureRandom()).text())).isEmpty();
    assertThat(bearers.of(secret.hash())).isEmpty();
    assertThat(bearers.of("t-1")).isEmpty();
  }

  @Test
  void tokenEndsAtItsTime() {
    tokens.seen(token(1, NOW.plusMillis(1), false));
    assertThat(bearers.of(secret.text())).isPresent();
    tokens.seen(token(2, NOW, false));
    assertThat(bearers.of(secret.text())).isEmpty();
  }

  @Test
  void revokedTokenStaysRevokedWhateverComesLate() {
    tokens.seen(token(2, null, true));
    tokens.seen(token(1, null, false));
    assertThat(bearers.of(secret.text())).isEmpty();
    assertThat(tokens.all()).singleElement().returns(true, TokenState::revoked);
  }
}
