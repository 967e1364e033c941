package io.rejoinder.moderation.token;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.token.TokenState;
import io.rejoinder.projection.KnownStates;
import io.rejoinder.projection.StateTopic;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.kafka.core.KafkaOperations;

/**
 * All tokens, in memory, from their topic. Threadsafe. A token is made once and revoked once, and
 * the later version counts: two who revoke it at once write the same.
 */
final class Tokens extends KnownStates<TokenState> {

  private static final EventCodec CODEC = new EventCodec("/moderation-service");

  private final Map<String, String> idByHash = new ConcurrentHashMap<>();

  /**
   * The tokens.
   *
   * @param kafka what every client needs: the broker's address and credentials
   */
  Tokens(
      Map<String, Object> kafka, KafkaOperations<byte[], byte[]> producer, MeterRegistry meters) {
    super(
        new StateTopic<>(
            new StateTopic.Of<>(Topics.TOKENS, TokenState.class, TokenState::version),
            kafka,
            producer,
            CODEC,
            meters));
    states().listen(token -> idByHash.put(token.hash(), token.id()));
  }

  Optional<TokenState> withId(String id) {
    return states().of(id);
  }

  /** The token with this secret, good or not. */
  Optional<TokenState> of(TokenSecret secret) {
    return Optional.ofNullable(idByHash.get(secret.hash())).flatMap(this::withId);
  }

  /** Every token that ever was, newest first. */
  List<TokenState> all() {
    return states().all().stream()
        .sorted(Comparator.comparing(TokenState::createdAt).reversed())
        .toList();
  }

  void seen(TokenState token) {
    states().take(token);
  }
}
