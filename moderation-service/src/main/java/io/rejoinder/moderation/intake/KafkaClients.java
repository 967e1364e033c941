package io.rejoinder.moderation.intake;

import io.rejoinder.moderation.broker.Broker;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The clients of one life of the loop. The numbers that are not settings were measured: with the
 * default {@code retry.backoff.ms} of 100 a command took 235 ms at p99 instead of 20, lingering
 * costs no latency because the commit flushes, and makes better batches.
 */
final class KafkaClients {

  /** One group for all command topics: what makes an instance own a partition number of each. */
  static final String GROUP = Broker.OWNERS;

  private static final int LINGER_MS = 50;
  private static final int BATCH_BYTES = 131_072;
  private static final int RETRY_BACKOFF_MS = 5;

  /** A restore of some millions of states happens within one poll. */
  private static final int MAX_POLL_INTERVAL_MS = 30 * 60 * 1000;

  private final Map<String, Object> kafka;
  private final String instance;
  private final IntakeProperties settings;

  /**
   * Clients.
   *
   * @param kafka what every client needs: the broker's address and credentials
   * @param instance the instance's stable name
   * @param settings of the loop
   */
  KafkaClients(Map<String, Object> kafka, String instance, IntakeProperties settings) {
    this.kafka = Map.copyOf(kafka);
    this.instance = instance;
    this.settings = settings;
  }

  /** The producer; its id is the instance's, so that a new life aborts what the last left open. */
  KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, GROUP + "." + instance);
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) settings.transaction().toMillis());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_BACKOFF_MS);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** The consumer of commands. */
  KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, GROUP + "." + instance);
    config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) settings.session().toMillis());
    config.put(
        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) settings.session().toMillis() / 4);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
    config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MAX_POLL_INTERVAL_MS);
    config.putAll(reading());
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A consumer of states, without a group. */
  KafkaConsumer<byte[], byte[]> stateReader() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.putAll(reading());
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  Admin admin() {
    return Admin.create(kafka);
  }

  private static Map<String, Object> reading() {
    return Map.of(
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        "read_committed");
  }
}
