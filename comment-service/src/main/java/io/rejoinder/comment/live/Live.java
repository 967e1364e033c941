package io.rejoinder.comment.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.edge.Json;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentChange;
import io.rejoinder.events.comment.CommentPublished;
import io.rejoinder.events.comment.CommentRemoved;
import io.rejoinder.projection.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** All threads' live events, one ring for each partition. Threadsafe. */
public final class Live {

  private static final byte[] HELLO = "retry: 2000\n: hello\n\n".getBytes(UTF_8);
  private static final byte[] END = "\n\n".getBytes(UTF_8);
  private static final byte[] BEAT = ": beat\n\n".getBytes(UTF_8);

  private final LiveProperties bounds;
  private final Followed followed;
  private final String topic;
  private final List<Ring> rings;
  private final AtomicInteger viewers = new AtomicInteger();
  private final Counter cut;
  private final Counter refused;

  Live(LiveProperties bounds, Followed followed, Broker broker, MeterRegistry meters) {
    this.bounds = bounds;
    this.followed = followed;
    this.cut = meters.counter("rejoinder.live.dropped", "cause", "slow");
    Gathering gathering = new Gathering(bounds.gather(), Schedulers.parallel());
    this.topic = EventId.prefix(broker.id(Topics.COMMENTS_PUBLISHED));
    this.rings =
        IntStream.range(0, broker.partitions(Topics.COMMENTS_PUBLISHED))
            .mapToObj(partition -> new Ring(bounds.ring(), this::wire, gathering, cut::increment))
            .toList();
    this.refused = meters.counter("rejoinder.live.dropped", "cause", "too-many");
    meters.gauge("rejoinder.live.viewers", viewers);
  }

  /**
   * The place up to which this instance has heard of a thread. Read it before a thread is read from
   * the store: what it covers is in there.
   */
  public String cursor(String thread) {
    return new EventId(topic, ring(thread).position()).toString();
  }

  void received(Received received) {
    if (received.event() instanceof CommentChange change) {
      followed.changed(change.thread().value());
      rings.get(received.partition()).append(received.offset(), change);
    }
  }

  /**
   * A thread's events from a place on, in wire form, without end.
   *
   * @param after the place; empty for "from now on"
   * @return empty if this instance follows too many readers already
   */
  Optional<Publisher<byte[]>> follow(String thread, Optional<String> after) {
    if (viewers.incrementAndGet() > bounds.viewers()) {
      viewers.decrementAndGet();
      refused.increment();
      return Optional.empty();
    }
    return Optional.of(Flux.defer(() -> join(thread, after)));
  }

  private Viewer join(String thread, Optional<String> after) {
    Ring ring = ring(thread);
    Optional<EventId> place = after.flatMap(EventId::parse).filter(id -> id.topic().equals(topic));
    long offset = place.map(EventId::offset).orElseGet(ring::position);
    Viewer viewer = new Viewer(offset, bounds.buffer(), over -> left(ring, thread, over));
    List<byte[]> missed = ring.join(thread, offset, viewer);
    boolean lost = missed == null || (after.isPresent() && place.isEmpty());
    viewer.begin(lost || missed == null ? List.of(HELLO, reset(ring)) : after(HELLO, missed));
    return viewer;
  }

  private static List<byte[]> after(byte[] first, List<byte[]> others) {
    List<byte[]> all = new ArrayList<>(others.size() + 1);
    all.add(first);
    all.addAll(others);
    return all;
  }

  private void left(Ring ring, String thread, Viewer viewer) {
    ring.leave(thread, viewer);
    viewers.decrementAndGet();
  }

  private byte[] reset(Ring ring) {
    return "event: reset\nid: %s\ndata: {}\n\n"
        .formatted(new EventId(topic, ring.position()))
        .getBytes(UTF_8);
  }

  private Ring ring(String thread) {
    return rings.get(Topics.partitionOfThread(thread, rings.size()));
  }

  void beat() {
    rings.forEach(ring -> ring.beat(BEAT));
  }

  void complete() {
    rings.forEach(Ring::complete);
  }

  private byte[] wire(long offset, CommentChange change) {
    String head = "event: %s\nid: %s\ndata: ".formatted(name(change), new EventId(topic, offset));
    byte[] data = Json.bytes(CommentView.of(change));
    return Pieces.together(List.of(head.getBytes(UTF_8), data, END));
  }

  private static String name(CommentChange change) {
    if (change instanceof CommentPublished) {
      return "published";
    }
    return change instanceof CommentRemoved ? "removed" : "revised";
  }
}
