package io.rejoinder.moderation.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.projection.Received;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
 * All accounts, in memory, from their topic. Threadsafe.
 *
 * <p>An account is written by whoever is signed in with it, which is one person, and seldom by an
 * administrator; the first administrator's by the instance that finds none, and two that do so at
 * once write the same name and password. So there is no owner: the higher version counts, and of
 * two that are equal the one that stands last in the topic, which is what compaction leaves.
 */
final class Accounts implements SmartLifecycle {

  private static final EventCodec CODEC = new EventCodec("/moderation-service");
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(5);

  /** The topics are there by now, and accounts are few. */
  private static final Duration READ_WITHIN = Duration.ofSeconds(60);

  private final Map<String, Object> kafka;
  private final KafkaOperations<byte[], byte[]> producer;
  private final MeterRegistry meters;
  private final Map<String, AccountState> byId = new ConcurrentHashMap<>();
  private final Sinks.Many<AccountState> changes = Sinks.many().multicast().directBestEffort();
  private final CompletableFuture<Void> read = new CompletableFuture<>();
  private volatile @Nullable WholeTopic topic;

  Accounts(
      Map<String, Object> kafka, KafkaOperations<byte[], byte[]> producer, MeterRegistry meters) {
    this.kafka = kafka;
    this.producer = producer;
    this.meters = meters;
  }

  Optional<AccountState> withId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The active account of this name, in whatever case. */
  Optional<AccountState> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return byId.values().stream()
        .filter(AccountState::active)
        .filter(account -> account.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  /** Every account there is, also those that may not sign in, by name. */
  List<AccountState> all() {
    return byId.values().stream()
        .sorted(Comparator.comparing(account -> account.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  /** Complete once every account that there was at the start is known. */
  CompletableFuture<Void> read() {
    return read.copy();
  }

  /**
   * Appends a state; complete once it is known here. Fails with a {@link TimeoutException} where
   * that takes more than 5 s.
   */
  Mono<Void> append(AccountState account) {
    Mono<AccountState> known =
        changes
            .asFlux()
            .filter(seen -> seen.id().equals(account.id()) && seen.version() >= account.version())
            .next()
            .timeout(SEEN_WITHIN);
    Mono<Void> sent =
        Mono.fromFuture(() -> producer.send(CODEC.write(Topics.ACCOUNTS, account))).then();
    // Listens before it sends: the record may be seen before its acknowledgement.
    return Mono.zip(known, sent.thenReturn(account)).then();
  }

  private void seen(Received received) {
    if (received.event() instanceof AccountState account) {
      byId.merge(
          account.id(), account, (old, next) -> next.version() >= old.version() ? next : old);
      synchronized (changes) {
        var unused = changes.tryEmitNext(account);
      }
    }
  }

  @Override
  public void start() {
    WholeTopic fresh =
        new WholeTopic(Topics.ACCOUNTS, kafka, TopicStart.beginning(), this::seen, meters);
    var unused = fresh.caughtUp().thenAccept(read::complete);
    fresh.start();
    topic = fresh;
    awaitRead();
  }

  private void awaitRead() {
    try {
      read.get(READ_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("accounts were not read within " + READ_WITHIN, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Before requests are taken: a session is nobody's as long as its account is not known. */
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
