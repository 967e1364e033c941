package io.rejoinder.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the values of a dead-letter topic as text. */
record DeadLetterReader(KafkaConsumer<byte[], byte[]> consumer) implements AutoCloseable {

  static DeadLetterReader of(String brokers) {
    return new DeadLetterReader(
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer()));
  }

  /** What came since the last call. */
  List<String> read(String topic) {
    if (consumer.assignment().isEmpty()) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
    }
    List<String> values = new ArrayList<>();
    consumer
        .poll(Duration.ofMillis(200))
        .forEach(record -> values.add(new String(record.value(), UTF_8)));
    return values;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
