package io.rejoinder.moderation.queue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.comment.CommentState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Tells this instance's consoles what changed, once the store has it.
 *
 * <p>Any instance may be the one that stores a state. So the follower of the whole topic only notes
 * which version of a comment to look for; the item is read from the store until it is there in that
 * version, and what was read is what is told. With one instance as with many, a console never hears
 * of what a read would not return.
 */
final class QueueFeed implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(QueueFeed.class);

  /** How long an item may be late: what a moderator does not notice. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(25);

  /** While nothing of what is awaited came: a store that is away or filled again is left alone. */
  private static final Duration REST = Duration.ofMillis(250);

  /** Behind this many, consoles begin again with a read instead. */
  private static final int MOST_AWAITED = 5_000;

  private static final int AT_ONCE = 500;

  private final Queue queue;
  private final Announcements announcements;
  private final Map<String, Long> awaited = new ConcurrentHashMap<>();
  private final Counter overflows;
  private final Scheduler scheduler = Schedulers.newSingle("queue-feed", true);
  private Disposable looking = Disposables.disposed();

  QueueFeed(Queue queue, Announcements announcements, MeterRegistry meters) {
    this.queue = queue;
    this.announcements = announcements;
    this.overflows = meters.counter("rejoinder.queue.feed.overflows");
    Gauge.builder("rejoinder.queue.feed.awaited", awaited, Map::size).register(meters);
  }

  /** Looks for this state in the store from now on. For the follower's thread. */
  void seen(CommentState state) {
    if (!Listing.concerns(state)) {
      return;
    }
    if (awaited.size() >= MOST_AWAITED) {
      awaited.clear();
      overflows.increment();
      announcements.reset();
    }
    awaited.merge(state.id().value(), state.version(), Math::max);
  }

  @Override
  public synchronized void start() {
    looking =
        Flux.interval(LOOK_EVERY, scheduler)
            .onBackpressureDrop()
            .filter(tick -> !awaited.isEmpty())
            .concatMap(tick -> look(), 1)
            .subscribe();
  }

  private Mono<Void> look() {
    Set<String> ids = Set.copyOf(awaited.keySet().stream().limit(AT_ONCE).toList());
    return queue
        .items(ids)
        .publishOn(scheduler)
        .map(this::tell)
        .onErrorResume(
            e -> {
              LOG.warn("the queue's store is not to be read: {}", e.toString());
              return Mono.just(0L);
            })
        .flatMap(told -> told > 0 ? Mono.empty() : Mono.delay(REST, scheduler).then());
  }

  private long tell(List<QueueItem> stored) {
    long told = 0;
    for (QueueItem item : stored) {
      Long version = awaited.get(item.id());
      if (version != null && item.version() >= version) {
        announcements.announce(item);
        awaited.remove(item.id(), version);
        told++;
      }
    }
    return told;
  }

  @Override
  public synchronized void stop() {
    looking.dispose();
    announcements.close();
  }

  @Override
  public synchronized boolean isRunning() {
    return !looking.isDisposed();
  }
}
