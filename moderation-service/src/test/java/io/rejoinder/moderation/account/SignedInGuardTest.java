package io.rejoinder.moderation.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.Secret;
import io.rejoinder.moderation.account.AccountProperties.Place;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** What ends a live stream. */
class SignedInGuardTest {

  private final Map<String, Bearers.Bearer> good = new HashMap<>();
  private final SignedInGuard guard =
      new SignedInGuard(context(), secret -> Optional.ofNullable(good.get(secret)));

  private static SessionContext context() {
    Sessions sessions =
        new Sessions(
            Secret.of(Base64.getEncoder().encodeToString(new byte[32])),
            new Place(Path.of("."), URI.create("http://localhost")),
            new AccountProperties(Duration.ofHours(12), 5, 20, Duration.ofMinutes(15)),
            Clock.systemUTC(),
            id -> false);
    return new SessionContext(
        sessions,
        new Accounts(
            Map.of(),
            new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of())),
            new SimpleMeterRegistry()),
        id -> false);
  }

  @Test
  void holdsForAsLongAsTheTokenIsGood() {
    MockServerWebExchange stream =
        MockServerWebExchange.from(
            MockServerHttpRequest.get("/api/queue/stream").header("Authorization", "Bearer rj-x"));
    good.put("rj-x", new Bearers.Bearer("t-1", "one", Set.of(Scope.QUEUE_READ)));
    assertThat(guard.holds(stream)).isTrue();
    good.clear();
    assertThat(guard.holds(stream)).isFalse();
  }

  @Test
  void holdsForNobodyWithoutTokenAndSession() {
    assertThat(
            guard.holds(MockServerWebExchange.from(MockServerHttpRequest.get("/api/queue/stream"))))
        .isFalse();
  }
}
