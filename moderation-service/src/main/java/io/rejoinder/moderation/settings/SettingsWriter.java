package io.rejoinder.moderation.settings;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.UnreadableEvent;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes versions, one writer at a time: all instances write with one {@code transactional.id}, and
 * whoever claims it ends what another left open and fences it. Only then is the topic read to its
 * end, so that nobody can have written in between. A version is written seldom: each has a claim of
 * its own. Every method blocks; threadsafe.
 */
final class SettingsWriter {

  private static final String TRANSACTIONAL_ID = "moderation-service.settings";
  private static final TopicPartition LOG = new TopicPartition(Topics.SETTINGS, 0);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration READ_WITHIN = Duration.ofSeconds(8);

  private final Map<String, Object> kafka;
  private final SettingsLog log;
  private final EventCodec codec = new EventCodec("/moderation-service");

  SettingsWriter(Map<String, Object> kafka, SettingsLog log) {
    this.kafka = Map.copyOf(kafka);
    this.log = log;
  }

  /**
   * Writes the version that follows from the newest one, and takes it in.
   *
   * @param next what follows; may throw a problem, then nothing is written
   * @throws Problem if the broker did not confirm, or another instance wrote at the same time
   */
  synchronized ScreeningSettings write(Function<ScreeningSettings, ScreeningSettings> next) {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      producer.initTransactions();
      readToEnd();
      ScreeningSettings settings = next.apply(log.current());
      ProducerRecord<byte[], byte[]> record = record(settings);
      producer.beginTransaction();
      var unused = producer.send(record);
      producer.commitTransaction();
      log.take(settings);
      return settings;
    } catch (ProducerFencedException | InvalidProducerEpochException e) {
      throw new Problem(ProblemType.SETTINGS_OUTDATED, "another version is being saved");
    } catch (KafkaException e) {
      throw new Problem(ProblemType.NOT_CONFIRMED, null);
    }
  }

  private ProducerRecord<byte[], byte[]> record(ScreeningSettings settings) {
    try {
      return codec.write(Topics.SETTINGS, 0, settings);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(
          "settings",
          EventCodec.json().writeValueAsBytes(settings).length + " bytes",
          "at most " + EventCodec.MAX_VALUE_BYTES + " bytes of JSON, all in all");
    }
  }

  private void readToEnd() {
    try (KafkaConsumer<byte[], byte[]> reader = reader()) {
      reader.assign(List.of(LOG));
      long end = reader.endOffsets(List.of(LOG)).getOrDefault(LOG, 0L);
      reader.seekToBeginning(List.of(LOG));
      long deadline = System.nanoTime() + READ_WITHIN.toNanos();
      while (reader.position(LOG) < end) {
        if (System.nanoTime() - deadline > 0) {
          throw new KafkaException("the settings were not read within " + READ_WITHIN);
        }
        reader.poll(POLL).forEach(this::take);
      }
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      EventCodec.read(record.headers(), record.value())
          .ifPresent(event -> log.take((ScreeningSettings) event));
    } catch (UnreadableEvent | ClassCastException e) {
      // Counted by the log's own reader; it is no version.
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 20);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 8_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private KafkaConsumer<byte[], byte[]> reader() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
