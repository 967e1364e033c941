package io.rejoinder.review.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The comments that imports handed on before, as far as their topic still holds them (30 days). It
 * spares sending them again; sending one again would change nothing either, as its owner knows it.
 */
final class SentComments {

  private static final Logger LOG = LoggerFactory.getLogger(SentComments.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration BOUND = Duration.ofSeconds(60);

  private final Map<String, Object> config;

  SentComments(Map<String, Object> kafka) {
    config = new HashMap<>(kafka);
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000);
  }

  /** Their ids; what cannot be read within 60 s counts as not sent. Blocks. */
  Set<CommentId> read() {
    Set<CommentId> ids = new HashSet<>();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.COMMENTS_IMPORTED).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long until = System.nanoTime() + BOUND.toNanos();
      while (System.nanoTime() < until && !reached(consumer, ends)) {
        consumer.poll(POLL).forEach(record -> add(ids, record));
      }
    } catch (KafkaException e) {
      LOG.warn("comments imported before are not known: {}", e.toString());
    }
    return ids;
  }

  private static boolean reached(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static void add(Set<CommentId> ids, ConsumerRecord<byte[], byte[]> record) {
    String key = record.key() == null ? "" : new String(record.key(), UTF_8);
    if (CommentId.wellFormed(key)) {
      ids.add(new CommentId(key));
    }
  }
}
