package io.rejoinder.comment.following;

import io.rejoinder.events.comment.CommentChange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what is new on one partition, window by window. While one is told nothing more is read. The
 * group's offset moves on once all of a window was told; until then it carries the {@link
 * Progress}, so that a crash costs a few repeated messages and a clean end none. Used in one
 * thread.
 */
final class Teller {

  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

  private static final Duration BROKER_BOUND = Duration.ofSeconds(10);
  private static final Duration HANDED_OVER_WITHIN = Duration.ofSeconds(3);
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final TopicPartition partition;
  private final Parts parts;
  private final Window window;
  private @Nullable Sending sending;
  private String committed;
  private long quietUntil = System.nanoTime();

  private Teller(TopicPartition partition, Parts parts, Window window, String committed) {
    this.partition = partition;
    this.parts = parts;
    this.window = window;
    this.committed = committed;
  }

  /**
   * What every partition's is made of.
   *
   * @param ready whether all is known that decides who is told what
   */
  record Parts(
      Followers followers,
      News news,
      Sending.Post post,
      FollowingProperties bounds,
      Clock clock,
      BooleanSupplier ready) {}

  /** Goes on where the group was, and reads what came lately before that to know it. */
  static Teller begin(Consumer<?, ?> consumer, TopicPartition partition, Parts parts) {
    Set<TopicPartition> one = Set.of(partition);
    OffsetAndMetadata mark = consumer.committed(one, BROKER_BOUND).get(partition);
    long end = consumer.endOffsets(one, BROKER_BOUND).getOrDefault(partition, 0L);
    // Beyond the end: of a topic that was made anew.
    boolean known = mark != null && mark.offset() <= end;
    long begin = known && mark != null ? mark.offset() : end;
    String text = known && mark != null ? mark.metadata() : "";
    Progress progress = Progress.of(text).filter(it -> it.end() <= end).orElse(null);
    Window window = new Window(begin, progress, parts.followers(), parts.bounds(), parts.clock());
    consumer.seek(partition, Math.min(begin, recent(consumer, partition, parts)));
    Teller teller = new Teller(partition, parts, window, text);
    if (!known) {
      teller.commit(consumer, begin, "");
    }
    return teller;
  }

  private static long recent(Consumer<?, ?> consumer, TopicPartition partition, Parts parts) {
    long since = parts.clock().instant().minus(parts.bounds().oldest()).toEpochMilli();
    OffsetAndTimestamp first =
        consumer.offsetsForTimes(Map.of(partition, since), BROKER_BOUND).get(partition);
    return first == null ? Long.MAX_VALUE : first.offset();
  }

  /** Takes a record; false if it, and what is behind it, is to be read again later. */
  boolean take(Consumer<?, ?> consumer, long offset, Instant at, @Nullable CommentChange change) {
    if (window.take(offset, at, change)) {
      return true;
    }
    consumer.pause(Set.of(partition));
    consumer.seek(partition, window.next());
    return false;
  }

  boolean busy() {
    return sending != null;
  }

  /** Does what can be done now. */
  void step(Consumer<?, ?> consumer) {
    if (System.nanoTime() - quietUntil < 0) {
      return;
    }
    Sending current = sending;
    if (current != null) {
      current.step();
      mark(consumer, current);
    } else if (window.over(consumer.position(partition, BROKER_BOUND))) {
      consumer.pause(Set.of(partition));
      tell();
    } else if (window.idle()) {
      quietUntil = System.nanoTime() + EVERY_NANOS;
      if (commit(consumer, window.next(), "")) {
        window.told();
      }
    }
  }

  private void tell() {
    if (!parts.ready().getAsBoolean()) {
      return;
    }
    try {
      var news = parts.news().of(window.gathered());
      // Parts that the name is made of are the same in another life.
      String name = partition.partition() + "." + window.begin();
      sending = new Sending(news, window.after(), name, parts.post());
    } catch (RuntimeException e) {
      LOG.warn("{}: what is new cannot be told yet: {}", partition, e.toString());
      quietUntil = System.nanoTime() + EVERY_NANOS;
    }
  }

  private void mark(Consumer<?, ?> consumer, Sending current) {
    if (!current.done()) {
      if (!current.after().isEmpty()) {
        commit(consumer, window.begin(), new Progress(window.next(), current.after()).text());
      }
    } else if (commit(consumer, window.next(), "")) {
      window.told();
      sending = null;
      consumer.resume(Set.of(partition));
    }
  }

  /** Writes how far this came; false if that has to wait. */
  private boolean commit(Consumer<?, ?> consumer, long offset, String progress) {
    String both = offset + " " + progress;
    if (both.equals(committed)) {
      return true;
    }
    try {
      consumer.commitSync(Map.of(partition, new OffsetAndMetadata(offset, progress)), BROKER_BOUND);
      committed = both;
      return true;
    } catch (RebalanceInProgressException | RetriableException e) {
      LOG.info("{}: its position was not written yet: {}", partition, e.toString());
      return false;
    }
  }

  /** Ends for now: what is being handed over may end, and how far it came is written. */
  void end(Consumer<?, ?> consumer) {
    Sending current = sending;
    if (current == null) {
      return;
    }
    current.cancel();
    long until = System.nanoTime() + HANDED_OVER_WITHIN.toNanos();
    while (current.underway() && System.nanoTime() < until) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
    current.settle();
    try {
      mark(consumer, current);
    } catch (RuntimeException e) {
      LOG.warn("{}: its position was not written: {}", partition, e.toString());
    }
    sending = null;
  }

  /** Takes back what nobody has begun to hand over. */
  void cancel() {
    Sending current = sending;
    if (current != null) {
      current.cancel();
      sending = null;
    }
  }
}
