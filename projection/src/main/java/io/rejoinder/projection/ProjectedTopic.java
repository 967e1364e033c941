package io.rejoinder.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.Event;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.UnreadableEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * The function of a Spring Cloud Stream binding (batch mode, acknowledgement {@code MANUAL}) that
 * projects a topic into the service's store.
 *
 * <p>Two marks are kept for each partition. The <em>position</em> stands in the store and says up
 * to where the store is filled: reading begins there, so a store that was dropped is filled again.
 * The group's <em>committed offset</em> stands in the broker and says up to where everything
 * outside the store was done, too: what is read below it is {@linkplain Received#settled settled}.
 * The committed offset never goes back.
 */
public final class ProjectedTopic
    implements java.util.function.Consumer<Message<List<byte[]>>>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectedTopic.class);
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final String name;
  private final String topic;
  private final Projector projector;
  private final Positions positions;
  private final TopicIds topicIds;
  private final DeadLetters deadLetters;
  private final Map<Integer, Long> committed = new ConcurrentHashMap<>();
  private final Map<Integer, Long> remaining = new ConcurrentHashMap<>();
  private final Map<Integer, Long> ends = new ConcurrentHashMap<>();
  private Predicate<byte[]> wanted = value -> true;
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
    this.positions = support.positions();
    this.topicIds = support.topicIds();
    this.deadLetters = support.deadLetters();
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
    return remaining.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Seeks to the store's positions, and tries until it can: reading from anywhere else would leave
   * holes. Called in the consumer's thread; an outage that outlasts {@code max.poll.interval.ms}
   * costs the assignment, and the next one begins here again.
   */
  void assigned(
      org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
      Collection<TopicPartition> partitions) {
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

  private void seek(
      org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
      Collection<TopicPartition> partitions) {
    Map<Integer, Long> stored = positions.of(name, topicIds.idOf(topic)).block(BOUND);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, BOUND);
    Map<TopicPartition, Long> lasts = consumer.endOffsets(partitions, BOUND);
    Map<TopicPartition, OffsetAndMetadata> marks =
        consumer.committed(Set.copyOf(partitions), BOUND);
    for (TopicPartition partition : partitions) {
      int number = partition.partition();
      long begin = begins.getOrDefault(partition, 0L);
      long next = stored == null ? begin : Math.max(begin, stored.getOrDefault(number, begin));
      OffsetAndMetadata mark = marks.get(partition);
      long end = lasts.getOrDefault(partition, next);
      consumer.seek(partition, next);
      committed.put(number, mark == null ? 0L : mark.offset());
      ends.put(number, end);
      remaining.put(number, Math.max(0, end - next));
      LOG.info("{}: {}-{} from {} to {}", name, topic, number, next, end);
    }
  }

  /** Ends the waiting for a store that was away when the service was stopped. */
  @Override
  public void close() {
    closed = true;
  }

  /** Forgets what belonged to partitions that are another instance's now. */
  void revoked(Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> remaining.remove(partition.partition()));
  }

  /**
   * Counts again while nothing arrives: the last offsets of a partition may be a transaction's
   * marks, which are passed over without a batch. Called in the consumer's thread.
   */
  void idle(
      org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
      Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      if (partition.topic().equals(topic)
          && remaining.getOrDefault(partition.partition(), 0L) > 0) {
        passed(partition.partition(), consumer.position(partition, BOUND));
      }
    }
  }

  private void passed(int partition, long position) {
    remaining.computeIfPresent(
        partition, (p, left) -> Math.max(0, ends.getOrDefault(p, 0L) - position));
  }

  @Override
  public void accept(Message<List<byte[]>> message) {
    Batch batch = Batch.of(message);
    Map<Integer, Long> next = new HashMap<>();
    List<Received> events = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      decode(batch, i, events);
      next.merge(batch.partition(i), batch.offset(i) + 1, Math::max);
    }
    if (!events.isEmpty()) {
      projector.project(events);
    }
    positions.save(name, topicIds.idOf(topic), next).block(BOUND);
    commit(batch, next);
    next.forEach(this::passed);
  }

  private void decode(Batch batch, int i, List<Received> events) {
    if (!wanted.test(batch.value(i))) {
      return;
    }
    int partition = batch.partition(i);
    boolean settled = batch.offset(i) < committed.getOrDefault(partition, 0L);
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

  private static Received received(Batch batch, int i, Event event, boolean settled) {
    return new Received(batch.partition(i), batch.offset(i), event, settled);
  }

  private void commit(Batch batch, Map<Integer, Long> next) {
    Map<TopicPartition, OffsetAndMetadata> marks = new HashMap<>();
    next.forEach(
        (partition, offset) -> {
          if (offset > committed.getOrDefault(partition, 0L)) {
            marks.put(new TopicPartition(topic, partition), new OffsetAndMetadata(offset));
          }
        });
    if (!marks.isEmpty()) {
      batch.consumer().commitSync(marks, BOUND);
      marks.forEach((partition, mark) -> committed.put(partition.partition(), mark.offset()));
    }
  }

  /** The columns of a batch message, as the Kafka binder delivers them. */
  private record Batch(
      List<byte[]> values,
      List<?> keys,
      List<Integer> partitions,
      List<Long> offsets,
      List<Map<String, Object>> headers,
      org.apache.kafka.clients.consumer.Consumer<?, ?> consumer) {

    @SuppressWarnings({"unchecked", "NullAway"}) // The binder always sets these headers.
    static Batch of(Message<List<byte[]>> message) {
      var headers = message.getHeaders();
      return new Batch(
          message.getPayload(),
          (List<?>) headers.get(KafkaHeaders.RECEIVED_KEY),
          (List<Integer>) headers.get(KafkaHeaders.RECEIVED_PARTITION),
          (List<Long>) headers.get(KafkaHeaders.OFFSET),
          (List<Map<String, Object>>) headers.get(KafkaHeaders.BATCH_CONVERTED_HEADERS),
          (org.apache.kafka.clients.consumer.Consumer<?, ?>) headers.get(KafkaHeaders.CONSUMER));
    }

    int size() {
      return values.size();
    }

    int partition(int i) {
      return partitions.get(i);
    }

    long offset(int i) {
      return offsets.get(i);
    }

    byte[] value(int i) {
      return values.get(i);
    }

    byte[] key(int i) {
      return keys.get(i) instanceof byte[] bytes ? bytes : new byte[0];
    }

    /** The wire name of the type; empty, which no type has, where the header is missing. */
    String type(int i) {
      Object type = headers.get(i).get(EventCodec.TYPE_HEADER);
      if (type == null) {
        throw new UnreadableEvent("no header " + EventCodec.TYPE_HEADER, null);
      }
      return type instanceof byte[] bytes ? new String(bytes, UTF_8) : type.toString();
    }
  }
}
