package io.rejoinder.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Event;
import io.rejoinder.events.EventCodec;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The newest state of every key of a small topic, in memory on every instance, and a way to append
 * another. There is no owner: the higher version counts, and of two that are equal the one that
 * stands last in the topic, which is what compaction leaves. For what people change one at a time,
 * such as accounts. Threadsafe.
 *
 * @param <T> the states
 */
public final class StateTopic<T extends Event> implements AutoCloseable {

  private static final Duration SEEN_WITHIN = Duration.ofSeconds(5);

  private final String name;
  private final Class<T> type;
  private final ToLongFunction<T> version;
  private final Map<String, Object> kafka;
  private final KafkaOperations<byte[], byte[]> producer;
  private final EventCodec codec;
  private final MeterRegistry meters;
  private final Map<String, T> byKey = new ConcurrentHashMap<>();
  private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();
  private final Sinks.Many<T> changes = Sinks.many().multicast().directBestEffort();
  private final CompletableFuture<Void> read = new CompletableFuture<>();
  private @Nullable WholeTopic topic;

  /**
   * The states of a topic; {@link #start} begins.
   *
   * @param of which states: topic, class and version
   * @param kafka configuration of a consumer: the broker's address and credentials
   * @param producer what appends
   * @param codec as which service
   */
  public StateTopic(
      Of<T> of,
      Map<String, Object> kafka,
      KafkaOperations<byte[], byte[]> producer,
      EventCodec codec,
      MeterRegistry meters) {
    this.name = of.topic();
    this.type = of.type();
    this.version = of.version();
    this.kafka = Map.copyOf(kafka);
    this.producer = producer;
    this.codec = codec;
    this.meters = meters;
  }

  /**
   * Which states.
   *
   * @param topic the topic's name
   * @param type what stands there
   * @param version of a state: the higher one counts
   */
  public record Of<T extends Event>(String topic, Class<T> type, ToLongFunction<T> version) {}

  /** The newest state of this key. */
  public Optional<T> of(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The newest state of every key, in no order; as it stands when it is looked at. */
  public Collection<T> all() {
    return byKey.values();
  }

  /** Complete once every state is known that there was at the start. */
  public CompletableFuture<Void> read() {
    return read.copy();
  }

  /** Calls this with every state that is read from now on, in the reader's thread. */
  public void listen(Consumer<T> listener) {
    listeners.add(listener);
  }

  /**
   * Appends a state; complete once it is known here. Fails with a {@link TimeoutException} where
   * that takes more than 5 s.
   */
  public Mono<Void> append(T state) {
    Mono<T> known =
        changes
            .asFlux()
            .filter(seen -> seen.key().equals(state.key()) && versionOf(seen) >= versionOf(state))
            .next()
            .timeout(SEEN_WITHIN);
    Mono<Void> sent = Mono.fromFuture(() -> producer.send(codec.write(name, state))).then();
    // Listens before it sends: the record may be seen before its acknowledgement.
    return Mono.zip(known, sent.thenReturn(state)).then();
  }

  private long versionOf(T state) {
    return version.applyAsLong(state);
  }

  private void seen(Received received) {
    if (type.isInstance(received.event())) {
      take(type.cast(received.event()));
    }
  }

  /** Takes a state in, as if it had been read now. */
  public void take(T state) {
    byKey.merge(state.key(), state, (old, next) -> versionOf(next) >= versionOf(old) ? next : old);
    listeners.forEach(listener -> listener.accept(state));
    synchronized (changes) {
      var unused = changes.tryEmitNext(state);
    }
  }

  /**
   * Reads what there is, and goes on with what comes.
   *
   * @param within how long that may take
   * @throws IllegalStateException if it takes longer
   */
  public synchronized void start(Duration within) {
    WholeTopic fresh = new WholeTopic(name, kafka, TopicStart.beginning(), this::seen, meters);
    var unused = fresh.caughtUp().thenAccept(read::complete);
    fresh.start();
    topic = fresh;
    try {
      read.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(name + " was not read within " + within, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it reads. */
  public synchronized boolean isRunning() {
    return topic != null;
  }

  @Override
  public synchronized void close() {
    if (topic != null) {
      topic.close();
      topic = null;
    }
  }
}
