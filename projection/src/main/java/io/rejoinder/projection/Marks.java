package io.rejoinder.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a projection came, in two marks for each partition. The <em>position</em> stands in the
 * store and says up to where the store is filled: reading begins there, so a store that was dropped
 * is filled again. The group's <em>committed offset</em> stands in the broker and says up to where
 * everything outside the store was done, too: what lies below it is settled. The committed offset
 * never goes back.
 *
 * <p>Marks are written once a second while records come, when none come, and when a partition is
 * given up. After a crash what was done since is done again, which changes nothing in the store,
 * and is announced again with the same versions. Each partition is used in one consumer's thread;
 * several consumers may share the marks.
 */
final class Marks {

  private static final Duration BOUND = Duration.ofSeconds(30);

  /** Two round trips each time, which would double what a small batch costs. */
  private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final String name;
  private final String topic;
  private final Positions positions;
  private final TopicIds topicIds;
  private final Map<Integer, Long> committed = new ConcurrentHashMap<>();
  private final Map<Integer, Long> unwritten = new ConcurrentHashMap<>();
  private final Map<Integer, Long> writtenAt = new ConcurrentHashMap<>();

  Marks(String name, String topic, ProjectionSupport support) {
    this.name = name;
    this.topic = topic;
    this.positions = support.positions();
    this.topicIds = support.topicIds();
  }

  /** Reads the marks of partitions; returns from where each is to be read. */
  Map<TopicPartition, Long> read(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    Map<Integer, Long> stored = positions.of(name, topicIds.idOf(topic)).block(BOUND);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, BOUND);
    Map<TopicPartition, OffsetAndMetadata> marks =
        consumer.committed(Set.copyOf(partitions), BOUND);
    Map<TopicPartition, Long> from = new HashMap<>();
    for (TopicPartition partition : partitions) {
      int number = partition.partition();
      long begin = begins.getOrDefault(partition, 0L);
      OffsetAndMetadata mark = marks.get(partition);
      committed.put(number, mark == null ? 0L : mark.offset());
      writtenAt.put(number, System.nanoTime());
      unwritten.remove(number);
      from.put(
          partition, stored == null ? begin : Math.max(begin, stored.getOrDefault(number, begin)));
    }
    return from;
  }

  /** Whether all that follows from this record was done before. */
  boolean settled(int partition, long offset) {
    return offset < committed.getOrDefault(partition, 0L);
  }

  /** Everything below these offsets is done. */
  void done(Map<Integer, Long> next) {
    unwritten.putAll(next);
  }

  /** Whether one of these partitions' marks has not been written for a second. */
  boolean due(Set<Integer> partitions) {
    long now = System.nanoTime();
    return partitions.stream()
        .anyMatch(partition -> now - writtenAt.getOrDefault(partition, now) > EVERY_NANOS);
  }

  /** Writes what this consumer's partitions have. */
  void write(Consumer<?, ?> consumer) {
    Map<Integer, Long> next = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      Long offset = partition.topic().equals(topic) ? unwritten.get(partition.partition()) : null;
      if (offset != null) {
        next.put(partition.partition(), offset);
      }
    }
    if (next.isEmpty()) {
      return;
    }
    positions.save(name, topicIds.idOf(topic), next).block(BOUND);
    commit(consumer, next);
    next.forEach(
        (partition, offset) -> {
          unwritten.remove(partition, offset);
          writtenAt.put(partition, System.nanoTime());
        });
  }

  private void commit(Consumer<?, ?> consumer, Map<Integer, Long> next) {
    Map<TopicPartition, OffsetAndMetadata> marks = new HashMap<>();
    next.forEach(
        (partition, offset) -> {
          if (offset > committed.getOrDefault(partition, 0L)) {
            marks.put(new TopicPartition(topic, partition), new OffsetAndMetadata(offset));
          }
        });
    if (!marks.isEmpty()) {
      consumer.commitSync(marks, BOUND);
      marks.forEach((partition, mark) -> committed.put(partition.partition(), mark.offset()));
    }
  }
}
