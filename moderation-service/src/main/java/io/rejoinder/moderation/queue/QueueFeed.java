package io.rejoinder.moderation.queue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.moderation.index.Catalogue;
import io.rejoinder.moderation.index.Item;
import io.rejoinder.moderation.index.Listing;
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
 * Tells this instance's consoles what changed, once the index has it.
 *
 * <p>The follower of the whole topic only notes which version of a comment to look for; the item is
 * read from the index until it is there in that version, and what was read is what is told: a
 * console never hears of what a read would not return.
 */
final class QueueFeed implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(QueueFeed.class);

  /** How long an item may be late: what a moderator does not notice. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /** While nothing of what is awaited came: an index that is filled again is left alone. */
  private static final Duration REST = Duration.ofMillis(250);

  /** Behind this many, consoles begin again with a read instead. */
  private static final int MOST_AWAITED = 5_000;

  private static final int AT_ONCE = 500;

  private final Catalogue catalogue;
  private final Surroundings surroundings;
  private final Announcements announcements;
  private final Map<String, Long> awaited = new ConcurrentHashMap<>();
  private final Counter overflows;
  private final Scheduler scheduler = Schedulers.newSingle("queue-feed", true);
  private Disposable looking = Disposables.disposed();

  QueueFeed(
      Catalogue catalogue,
      Surroundings surroundings,
      Announcements announcements,
      MeterRegistry meters) {
    this.catalogue = catalogue;
    this.surroundings = surroundings;
    this.announcements = announcements;
    this.overflows = meters.counter("rejoinder.queue.feed.overflows");
    Gauge.builder("rejoinder.queue.feed.awaited", awaited, Map::size).register(meters);
  }

  /** Looks for this state in the index from now on. For the follower's thread. */
  void seen(CommentState state) {
    if (!Listing.isNews(state)) {
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
    return Mono.fromCallable(() -> tell(catalogue.items(ids)))
        .onErrorResume(
            e -> {
              LOG.warn("the index is not to be read: {}", e.toString());
              return Mono.just(0L);
            })
        .flatMap(told -> told > 0 ? Mono.empty() : Mono.delay(REST, scheduler).then());
  }

  private long tell(List<Item> found) {
    List<Item> fresh = found.stream().filter(this::isAwaited).toList();
    for (Surrounded one : surroundings.of(fresh)) {
      announcements.announce(one);
      awaited.computeIfPresent(
          one.item().id(), (id, version) -> version <= one.item().version() ? null : version);
    }
    return fresh.size();
  }

  private boolean isAwaited(Item item) {
    Long version = awaited.get(item.id());
    return version != null && item.version() >= version;
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
