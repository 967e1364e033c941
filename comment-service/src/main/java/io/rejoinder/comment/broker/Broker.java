package io.rejoinder.comment.broker;

import io.rejoinder.events.Event;
import io.rejoinder.events.EventCodec;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaOperations;

/**
 * The broker, once its topics are there: writes events, knows partitions and ids of topics.
 * Threadsafe, never blocks.
 */
public final class Broker {

  private final KafkaOperations<byte[], byte[]> kafka;
  private final Map<String, Integer> partitions;
  private final Map<String, String> ids;
  private final Map<String, Object> consumerConfig;
  private final EventCodec codec = new EventCodec("/comment-service");

  Broker(
      KafkaOperations<byte[], byte[]> kafka,
      Map<String, Integer> partitions,
      Map<String, String> ids,
      Map<String, Object> consumerConfig) {
    this.kafka = kafka;
    this.partitions = Map.copyOf(partitions);
    this.ids = Map.copyOf(ids);
    this.consumerConfig = Map.copyOf(consumerConfig);
  }

  /**
   * Writes an event to the partition of its key. The future completes when every in-sync replica
   * has it, and fails when that is not known within {@code delivery.timeout.ms}.
   */
  public CompletableFuture<?> send(String topic, Event event) {
    return send(codec.write(topic, event));
  }

  /** As {@link #send(String, Event)}, to a chosen partition. */
  public CompletableFuture<?> send(String topic, int partition, Event event) {
    return send(codec.write(topic, partition, event));
  }

  private CompletableFuture<?> send(ProducerRecord<byte[], byte[]> record) {
    try {
      return kafka.send(record);
    } catch (RuntimeException e) {
      // With max.block.ms=0 a missing broker shows here at once: the same failure as a late one.
      return CompletableFuture.failedFuture(e);
    }
  }

  /** The number of partitions of a topic that this service announces on. */
  public int partitions(String topic) {
    return of(partitions, topic);
  }

  /** The id that the broker gave to a topic. */
  public String id(String topic) {
    return of(ids, topic);
  }

  private static <T> T of(Map<String, T> values, String topic) {
    T value = values.get(topic);
    if (value == null) {
      throw new IllegalArgumentException(
          "topic %s (expected: one of %s)".formatted(topic, values.keySet()));
    }
    return value;
  }

  /** Configuration of a consumer: address and credentials. */
  public Map<String, Object> consumerConfig() {
    return consumerConfig;
  }
}
