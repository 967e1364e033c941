package io.rejoinder.moderation.claim;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Lease;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import io.rejoinder.projection.Received;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Who has which comment in hand. A claim lasts a minute unless it is renewed, and keeps nobody from
 * deciding: it only says that somebody is about to. Threadsafe.
 */
public final class Claims implements SmartLifecycle {

  /** Long enough to read and think, short enough for somebody who walked away. */
  private static final Duration LASTS = Duration.ofSeconds(60);

  /** What a moderator waits for at most; the claim stands whether or not it was heard of. */
  private static final Duration HEARD_WITHIN = Duration.ofSeconds(2);

  private static final EventCodec CODEC = new EventCodec("/moderation-service");

  private final Map<String, Object> kafka;
  private final KafkaOperations<byte[], byte[]> producer;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Leases leases = new Leases();
  private final Map<String, Sinks.Empty<Void>> waiting = new ConcurrentHashMap<>();
  private final List<Consumer<Lease>> listeners = new CopyOnWriteArrayList<>();
  private @Nullable WholeTopic topic;

  Claims(
      Map<String, Object> kafka,
      KafkaOperations<byte[], byte[]> producer,
      Clock clock,
      MeterRegistry meters) {
    this.kafka = kafka;
    this.producer = producer;
    this.clock = clock;
    this.meters = meters;
  }

  /** Who has this comment in hand now. */
  public Optional<Lease> of(String comment) {
    return leases.of(comment, clock.instant());
  }

  /** Calls this with each lease that changes who has a comment, in the reader's thread. */
  public void listen(Consumer<Lease> listener) {
    listeners.add(listener);
  }

  /** Claims a comment for a minute; who has it then, which is another where they were first. */
  Mono<Lease> claim(CommentId comment, By by) {
    Instant now = clock.instant();
    Lease wanted = new Lease(comment, by, now.plus(LASTS), now);
    return told(wanted).then(Mono.fromSupplier(() -> of(comment.value()).orElse(wanted)));
  }

  /** Lets go of a comment, if this moderator has it. */
  Mono<Void> release(CommentId comment, By by) {
    Instant now = clock.instant();
    return told(new Lease(comment, by, now, now));
  }

  /** Complete once the lease was folded here, or after two seconds. */
  private Mono<Void> told(Lease lease) {
    Sinks.Empty<Void> folded = Sinks.empty();
    Mono<Void> sent =
        Mono.defer(() -> Mono.fromFuture(producer.send(CODEC.write(Topics.LEASED, lease))))
            // A send can wait for the topic's metadata, which no event loop may.
            .subscribeOn(Schedulers.boundedElastic())
            .onErrorMap(e -> new Problem(ProblemType.UNAVAILABLE, null))
            .then();
    return Mono.defer(
        () -> {
          waiting.put(lease.eventId(), folded);
          return sent.then(folded.asMono().timeout(HEARD_WITHIN, Mono.empty()))
              .doFinally(end -> waiting.remove(lease.eventId()));
        });
  }

  private void seen(Received received) {
    if (received.event() instanceof Lease lease) {
      if (leases.take(lease)) {
        listeners.forEach(listener -> listener.accept(lease));
      }
      Sinks.Empty<Void> waiter = waiting.get(lease.eventId());
      if (waiter != null) {
        var unused = waiter.tryEmitEmpty();
      }
    }
  }

  @Override
  public synchronized void start() {
    TopicStart recent = TopicStart.since(clock.instant().minus(LASTS.multipliedBy(2)));
    WholeTopic fresh = new WholeTopic(Topics.LEASED, kafka, recent, this::seen, meters);
    fresh.start();
    topic = fresh;
  }

  @Override
  public synchronized void stop() {
    if (topic != null) {
      topic.close();
      topic = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return topic != null;
  }
}
