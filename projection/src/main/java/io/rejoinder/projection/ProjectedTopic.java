package io.rejoinder.projection;

import io.rejoinder.events.Event;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.UnreadableEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * The function of a Spring Cloud Stream binding (batch mode, acknowledgement {@code MANUAL}) that
 * projects a topic into the service's store, from where its {@linkplain Marks marks} stand.
 */
public final class ProjectedTopic
    implements java.util.function.Consumer<Message<List<byte[]>>>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectedTopic.class);
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final Duration RETRY = Duration.ofSeconds(1);

  /** Larger batches where there is much, see {@link WholeTopic}. */
  private static final Duration REST = Duration.ofMillis(10);

  private final String name;
  private final String topic;
  private final Projector projector;
  private final DeadLetters deadLetters;
  private final Marks marks;
  private final Backlog backlog = new Backlog();
  private Predicate<byte[]> wanted = value -> true;
  private Duration rest = REST;
  private volatile boolean begun;
  private volatile boolean closed;

  /**
   * A projection.
   *
   * @param name the function's name: the binding is {@code <name>-in-0}, the position has this name
   * @param topic the topic that the binding reads
   * @param projector what is done with a batch
   * @param support positions, topic ids and dead letters of this service
   */
  public ProjectedTopic(String name, String topic, Projector projector, ProjectionSupport support) {
    this.name = name;
    this.topic = topic;
    this.projector = projector;
    this.deadLetters = support.deadLetters();
    this.marks = new Marks(name, topic, support);
  }

  /**
   * Passes over records without reading what they say, which is most of what they cost. To be
   * called before the first batch.
   *
   * @param wanted whether to project a record of this value
   */
  public ProjectedTopic onlyWhere(Predicate<byte[]> wanted) {
    this.wanted = wanted;
    return this;
  }

  /**
   * Rests between batches, so that a batch brings together what comes meanwhile. To be called
   * before the binding begins.
   *
   * @param rest how long; unless said 10 ms
   */
  public ProjectedTopic resting(Duration rest) {
    this.rest = rest;
    return this;
  }

  /** How long to rest between batches. */
  Duration rest() {
    return rest;
  }

  /** The topic that the binding reads. */
  String topic() {
    return topic;
  }

  /** The name of the binding that feeds this projection. */
  String binding() {
    return name + "-in-0";
  }

  /** Whether the first assignment, be it of no partition, was answered with the positions. */
  public boolean begun() {
    return begun;
  }

  /** Records that the topic held at assignment and that are not in the store yet. */
  public long remaining() {
    return backlog.total();
  }

  /**
   * Seeks to the store's positions, and tries until it can: reading from anywhere else would leave
   * holes. Called in the consumer's thread; an outage that outlasts {@code max.poll.interval.ms}
   * costs the assignment, and the next one begins here again.
   */
  void assigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    while (true) {
      try {
        seek(consumer, partitions);
        begun = true;
        return;
      } catch (InterruptException | WakeupException e) {
        throw e;
      } catch (RuntimeException e) {
        if (closed) {
          throw e;
        }
        LOG.warn("{}: positions are not to be had yet: {}", name, e.toString());
        LockSupport.parkNanos(RETRY.toNanos());
        if (Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
    }
  }

  private void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> from = marks.read(consumer, partitions);
    Map<TopicPartition, Long> lasts = consumer.endOffsets(partitions, BOUND);
    from.forEach(
        (partition, next) -> {
          consumer.seek(partition, next);
          long end = lasts.getOrDefault(partition, next);
          backlog.begin(partition.partition(), next, end);
          LOG.info("{}: {}-{} from {} to {}", name, topic, partition.partition(), next, end);
        });
  }

  /** Ends the waiting for a store that was away when the service was stopped. */
  @Override
  public void close() {
    closed = true;
  }

  /** Forgets what belonged to partitions that are another instance's now. */
  void revoked(Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> backlog.forget(partition.partition()));
  }

  /**
   * Writes the marks while nothing arrives, and counts again: the last offsets of a partition may
   * be a transaction's marks, which are passed over without a batch. Called in the consumer's
   * thread.
   */
  void idle(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      if (partition.topic().equals(topic) && backlog.remains(partition.partition())) {
        backlog.passed(partition.partition(), consumer.position(partition, BOUND));
      }
    }
    writeMarks(consumer);
  }

  /**
   * Writes the marks while the partitions are this instance's. What cannot be written now is later,
   * or the work is done again from the old marks.
   */
  void writeMarks(Consumer<?, ?> consumer) {
    try {
      marks.write(consumer);
    } catch (InterruptException | WakeupException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("{}: marks were not written: {}", name, e.toString());
    }
  }

  @Override
  public void accept(Message<List<byte[]>> message) {
    BatchMessage batch = BatchMessage.of(message);
    Map<Integer, Long> next = new HashMap<>();
    List<Received> events = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      decode(batch, i, events);
      next.merge(batch.partition(i), batch.offset(i) + 1, Math::max);
    }
    if (!events.isEmpty()) {
      projector.project(events);
    }
    marks.done(next);
    if (marks.due(next.keySet())) {
      marks.write(batch.consumer());
    }
    next.forEach(backlog::passed);
  }

  private void decode(BatchMessage batch, int i, List<Received> events) {
    if (!wanted.test(batch.value(i))) {
      return;
    }
    int partition = batch.partition(i);
    boolean settled = marks.settled(partition, batch.offset(i));
    try {
      EventCodec.read(batch.type(i), batch.value(i))
          .ifPresent(event -> events.add(received(batch, i, event, settled)));
    } catch (UnreadableEvent e) {
      LOG.warn("{}-{} offset {}: {}", topic, partition, batch.offset(i), e.getMessage());
      if (!settled) {
        deadLetters.put(topic, batch.key(i), batch.value(i));
      }
    }
  }

  private static Received received(BatchMessage batch, int i, Event event, boolean settled) {
    return new Received(batch.partition(i), batch.offset(i), event, settled);
  }
}
