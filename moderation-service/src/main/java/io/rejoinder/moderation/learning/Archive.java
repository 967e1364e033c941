package io.rejoinder.moderation.learning;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.learning.TrainingExample;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the log of examples again, for numbers that are not held any more. Threadsafe. */
final class Archive {

  private static final TopicPartition LOG = new TopicPartition(Topics.EXAMPLES, 0);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Map<String, Object> config;

  /**
   * An archive.
   *
   * @param kafka what every client needs: the broker's address and credentials
   */
  Archive(Map<String, Object> kafka) {
    config = new HashMap<>(kafka);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
  }

  /** The examples up to a number, as they stand in the log now. */
  Examples upTo(long number) {
    Examples examples = new Examples();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(Set.of(LOG));
      consumer.seekToBeginning(Set.of(LOG));
      long end = consumer.endOffsets(Set.of(LOG)).getOrDefault(LOG, 0L);
      while (examples.newest() < number && consumer.position(LOG) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          take(record, number, examples);
        }
      }
    }
    return examples;
  }

  private static void take(ConsumerRecord<byte[], byte[]> record, long last, Examples examples) {
    if (EventCodec.read(record.headers(), record.value()).orElse(null)
            instanceof TrainingExample example
        && example.number() <= last) {
      examples.take(example);
    }
  }
}
