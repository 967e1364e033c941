package io.rejoinder.system.client;

import io.rejoinder.events.Event;
import io.rejoinder.events.EventCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics as they stand, committed records only, without a group. */
public final class TopicReader {

  private static final Duration WITHIN = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> client;

  /** A reader with these client settings: address and security. */
  public TopicReader(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "none");
    settings.put("enable.auto.commit", "false");
    this.client = Map.copyOf(settings);
  }

  /**
   * One record.
   *
   * @param partition where it lies
   * @param offset its place there
   * @param event what it says
   */
  public record Entry(int partition, long offset, Event event) {}

  /** The next offset of each partition. */
  public Map<TopicPartition, Long> ends(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      return consumer.endOffsets(partitions(consumer, topic), WITHIN);
    }
  }

  /**
   * Every record of a topic from its beginning to its present end, in the order of each partition.
   *
   * @throws IllegalStateException if that takes more than a minute
   */
  public List<Entry> whole(String topic) {
    List<Entry> entries = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, WITHIN);
      long deadline = System.nanoTime() + WITHIN.toNanos();
      while (!reached(consumer, ends)) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("%s was not read within %s".formatted(topic, WITHIN));
        }
        consumer.poll(POLL).forEach(record -> entry(record).ifPresent(entries::add));
      }
    }
    return entries;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic, WITHIN).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private static boolean reached(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static Optional<Entry> entry(ConsumerRecord<byte[], byte[]> record) {
    return EventCodec.read(record.headers(), record.value())
        .map(event -> new Entry(record.partition(), record.offset(), event));
  }
}
