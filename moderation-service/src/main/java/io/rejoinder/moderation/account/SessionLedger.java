package io.rejoinder.moderation.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.session.SessionState;
import io.rejoinder.projection.KnownStates;
import io.rejoinder.projection.StateTopic;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Who signed in, and which sessions were ended before their time, on every instance. The topic
 * forgets sessions after the longest time that one can last. Threadsafe.
 */
final class SessionLedger extends KnownStates<SessionState> {

  private static final EventCodec CODEC = new EventCodec("/moderation-service");

  /**
   * The ledger.
   *
   * @param kafka what every client needs: the broker's address and credentials
   */
  SessionLedger(
      Map<String, Object> kafka, KafkaOperations<byte[], byte[]> producer, MeterRegistry meters) {
    super(
        new StateTopic<>(
            new StateTopic.Of<>(Topics.SESSIONS, SessionState.class, SessionState::version),
            kafka,
            producer,
            CODEC,
            meters));
  }

  Optional<SessionState> withId(String id) {
    return states().of(id);
  }

  /** Whether somebody ended this session; one that was begun elsewhere a moment ago was not. */
  boolean isEnded(String id) {
    return withId(id).filter(SessionState::ended).isPresent();
  }

  /** Whether a provider vouched for whoever has this session. */
  boolean isVouched(String id) {
    return withId(id).filter(session -> session.how().equals(SignIn.PROVIDER)).isPresent();
  }

  /** All that were not ended and are not over, the last one first. */
  List<SessionState> open(Instant now) {
    return states().all().stream()
        .filter(session -> !session.ended() && now.isBefore(session.until()))
        .sorted(Comparator.comparing(SessionState::started).reversed())
        .toList();
  }
}
