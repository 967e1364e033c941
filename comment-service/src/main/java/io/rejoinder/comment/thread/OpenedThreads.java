package io.rejoinder.comment.thread;

import io.rejoinder.comment.broker.Broker;
import io.rejoinder.events.Topics;
import io.rejoinder.events.thread.ThreadState;
import io.rejoinder.projection.Received;
import io.rejoinder.projection.WholeTopic;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Folds the log of threads: of two states of one version the first counts. Compaction would keep
 * the last, so whoever reads one that came too late writes the one that counts again, under the
 * next version; the same from every instance, and the log ends with it.
 */
final class OpenedThreads {

  private static final Logger LOG = LoggerFactory.getLogger(OpenedThreads.class);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Threads threads;
  private final PageCache cache;
  private final Broker broker;

  /** Read late at the start, and not put right further on in the log as far as was read. */
  private final Map<String, ThreadState> late = new ConcurrentHashMap<>();

  private volatile boolean caughtUp;

  OpenedThreads(Threads threads, PageCache cache, Broker broker) {
    this.threads = threads;
    this.cache = cache;
    this.broker = broker;
  }

  /** Writes what has to be put right once all that the topic held at the start was read. */
  void follow(WholeTopic topic) {
    Mono.fromFuture(topic.caughtUp())
        .subscribe(
            none -> {},
            error -> LOG.warn("threads were not read: {}", error.toString()),
            () -> {
              caughtUp = true;
              late.values().forEach(this::putRight);
              late.clear();
            });
  }

  void received(Received received) {
    if (!(received.event() instanceof ThreadState state)) {
      return;
    }
    Optional<ThreadState> other = threads.received(state);
    if (other.isEmpty()) {
      late.remove(state.id().value());
      cache.drop(state.id().value());
    } else if (!other.get().says(state)) {
      if (caughtUp) {
        putRight(state);
      } else {
        late.put(state.id().value(), state);
      }
    }
  }

  private void putRight(ThreadState tooLate) {
    Mono.defer(() -> Mono.justOrEmpty(threads.state(tooLate.id().value())))
        .map(stands -> stands.as(stands.version() + 1, tooLate.at()))
        .flatMap(again -> Mono.fromFuture(broker.send(Topics.THREADS_OPENED, again), true))
        .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE).maxBackoff(LONGEST_PAUSE))
        .subscribe(
            acked -> {},
            error -> LOG.warn("{} was not written again: {}", tooLate.id(), error.toString()));
  }
}
