package io.rejoinder.moderation.queue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.comment.Lease;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The last items that were told, numbered, and the consoles that listen. The number's prefix names
 * this run of this instance: a console that comes from another begins again. A console that falls
 * behind its buffer is cut off and resumes; it holds up nobody. Threadsafe.
 */
final class Announcements {

  private final String run = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  private final QueueProperties bounds;
  private final Deque<Announced> ring = new ArrayDeque<>();
  private final Set<Sinks.Many<Announced>> consoles = new CopyOnWriteArraySet<>();
  private final Counter cutOff;
  private long last;

  Announcements(QueueProperties bounds, MeterRegistry meters) {
    this.bounds = bounds;
    this.cutOff = meters.counter("rejoinder.queue.consoles.cut");
    Gauge.builder("rejoinder.queue.consoles", consoles, Set::size).register(meters);
  }

  /** The position behind everything that was told: taken before a read, the read has all of it. */
  synchronized String cursor() {
    return run + "-" + last;
  }

  /** Tells an item. */
  void announce(Surrounded item) {
    announce(item, null);
  }

  /** Tells who has a comment in hand. */
  void announce(Lease lease) {
    announce(null, lease);
  }

  private synchronized void announce(@Nullable Surrounded item, @Nullable Lease lease) {
    last++;
    Announced announced = new Announced(run + "-" + last, last, item, lease);
    ring.addLast(announced);
    if (ring.size() > bounds.ring()) {
      ring.removeFirst();
    }
    consoles.forEach(console -> tell(console, announced));
  }

  /** Something was not told: everyone reads again. */
  synchronized void reset() {
    last++;
    ring.clear();
    consoles.forEach(console -> tell(console, new Announced(cursor(), last, null, null)));
  }

  private void tell(Sinks.Many<Announced> console, Announced announced) {
    if (console.tryEmitNext(announced).isFailure()) {
      consoles.remove(console);
      cutOff.increment();
      var unused = console.tryEmitComplete();
    }
  }

  /**
   * What is told from a position on; empty if no more consoles are taken.
   *
   * @param after a cursor or the id of an announcement; null for what comes from now on
   */
  synchronized Optional<Flux<Announced>> listen(@Nullable String after) {
    if (consoles.size() >= bounds.consoles()) {
      return Optional.empty();
    }
    List<Announced> missed = missed(after);
    Sinks.Many<Announced> console =
        Sinks.many()
            .unicast()
            .onBackpressureBuffer(new ArrayBlockingQueue<>(bounds.consoleBuffer()));
    consoles.add(console);
    return Optional.of(
        Flux.concat(Flux.fromIterable(missed), console.asFlux())
            .doFinally(end -> consoles.remove(console)));
  }

  private List<Announced> missed(@Nullable String after) {
    if (after == null) {
      return List.of();
    }
    long from = number(after);
    long oldest = ring.isEmpty() ? last + 1 : ring.getFirst().number();
    if (from < 0 || from > last || from + 1 < oldest) {
      return List.of(new Announced(cursor(), last, null, null));
    }
    List<Announced> missed = new ArrayList<>();
    for (Announced announced : ring) {
      if (announced.number() > from) {
        missed.add(announced);
      }
    }
    return missed;
  }

  private long number(String after) {
    if (!after.startsWith(run + "-")) {
      return -1;
    }
    try {
      return Long.parseLong(after.substring(run.length() + 1));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Ends every stream, as the service ends. */
  void close() {
    consoles.forEach(Sinks.Many::tryEmitComplete);
  }

  /**
   * One announcement.
   *
   * @param id for resuming behind it
   * @param number counts up
   * @param item what changed
   * @param lease who has a comment in hand; where there is neither: read again
   */
  record Announced(String id, long number, @Nullable Surrounded item, @Nullable Lease lease) {}
}
