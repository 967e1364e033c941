package io.rejoinder.moderation.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.session.SessionState;
import io.rejoinder.projection.StateTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;
import reactor.core.publisher.Mono;

/**
 * Who signed in, and which sessions were ended before their time, on every instance. The topic
 * forgets sessions after the longest time that one can last. Threadsafe.
 */
final class SessionLedger implements SmartLifecycle {

  private static final EventCodec CODEC = new EventCodec("/moderation-service");

  /** The topics are there by now, and sign-ins are few. */
  private static final Duration READ_WITHIN = Duration.ofSeconds(60);

  private final StateTopic<SessionState> states;

  /**
   * The ledger.
   *
   * @param kafka what every client needs: the broker's address and credentials
   */
  SessionLedger(
      Map<String, Object> kafka, KafkaOperations<byte[], byte[]> producer, MeterRegistry meters) {
    this.states =
        new StateTopic<>(
            new StateTopic.Of<>(Topics.SESSIONS, SessionState.class, SessionState::version),
            kafka,
            producer,
            CODEC,
            meters);
  }

  Optional<SessionState> withId(String id) {
    return states.of(id);
  }

  /** Whether somebody ended this session; one that was begun elsewhere a moment ago was not. */
  boolean isEnded(String id) {
    return withId(id).filter(SessionState::ended).isPresent();
  }

  /** All that were not ended and are not over, the last one first. */
  List<SessionState> open(Instant now) {
    return states.all().stream()
        .filter(session -> !session.ended() && now.isBefore(session.until()))
        .sorted(Comparator.comparing(SessionState::started).reversed())
        .toList();
  }

  /** Appends a state, see {@link StateTopic#append}. */
  Mono<Void> append(SessionState session) {
    return states.append(session);
  }

  @Override
  public void start() {
    states.start(READ_WITHIN);
  }

  /** Before requests are taken: a session that was ended must not pass because that is unknown. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void stop() {
    states.close();
  }

  @Override
  public boolean isRunning() {
    return states.isRunning();
  }
}
