package io.rejoinder.moderation.token;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.token.TokenState;
import io.rejoinder.projection.Received;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * All tokens, in memory, from their topic. Threadsafe. A token is made once and revoked once, and
 * the later version counts: two who revoke it at once write the same.
 */
final class Tokens implements SmartLifecycle {

  private static final EventCodec CODEC = new EventCodec("/moderation-service");
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(5);

  /** The topics are there by now, and tokens are few. */
  private static final Duration READ_WITHIN = Duration.ofSeconds(60);

  private final Map<String, Object> kafka;
  private final KafkaOperations<byte[], byte[]> producer;
  private final MeterRegistry meters;
  private final Map<String, TokenState> byId = new ConcurrentHashMap<>();
  private final Map<String, String> idByHash = new ConcurrentHashMap<>();
  private final Sinks.Many<TokenState> changes = Sinks.many().multicast().directBestEffort();
  private volatile @Nullable WholeTopic topic;

  /**
   * The tokens.
   *
   * @param kafka what every client needs: the broker's address and credentials
   */
  Tokens(
      Map<String, Object> kafka, KafkaOperations<byte[], byte[]> producer, MeterRegistry meters) {
    this.kafka = Map.copyOf(kafka);
    this.producer = producer;
    this.meters = meters;
  }

  Optional<TokenState> withId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The token with this secret, good or not. */
  Optional<TokenState> of(TokenSecret secret) {
    return Optional.ofNullable(idByHash.get(secret.hash())).flatMap(this::withId);
  }

  /** Every token that ever was, newest first. */
  List<TokenState> all() {
    return byId.values().stream()
        .sorted(Comparator.comparing(TokenState::createdAt).reversed())
        .toList();
  }

  /**
   * Appends a state; complete once it is known here. Fails with a {@link TimeoutException} where
   * that takes more than 5 s.
   */
  Mono<Void> append(TokenState token) {
    Mono<TokenState> known =
        changes
            .asFlux()
            .filter(seen -> seen.id().equals(token.id()) && seen.version() >= token.version())
            .next()
            .timeout(SEEN_WITHIN);
    Mono<Void> sent =
        Mono.fromFuture(() -> producer.send(CODEC.write(Topics.TOKENS, token))).then();
    // Listens before it sends: the record may be seen before its acknowledgement.
    return Mono.zip(known, sent.thenReturn(token)).then();
  }

  void seen(TokenState token) {
    byId.merge(token.id(), token, (old, next) -> next.version() >= old.version() ? next : old);
    idByHash.put(token.hash(), token.id());
    synchronized (changes) {
      var unused = changes.tryEmitNext(token);
    }
  }

  private void seen(Received received) {
    if (received.event() instanceof TokenState token) {
      seen(token);
    }
  }

  @Override
  public void start() {
    CompletableFuture<Void> read = new CompletableFuture<>();
    WholeTopic fresh =
        new WholeTopic(Topics.TOKENS, kafka, TopicStart.beginning(), this::seen, meters);
    var unused = fresh.caughtUp().thenAccept(read::complete);
    fresh.start();
    topic = fresh;
    try {
      read.get(READ_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("tokens were not read within " + READ_WITHIN, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Before requests are taken: a revoked token must not pass because that is not known yet. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void stop() {
    WholeTopic running = topic;
    topic = null;
    if (running != null) {
      running.close();
    }
  }

  @Override
  public boolean isRunning() {
    return topic != null;
  }
}
