package io.rejoinder.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.rejoinder.events.Event;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.UnreadableEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads every partition of a topic, without a group, in one thread of its own, for as long as it is
 * open: what every instance of a service needs whole. Only committed records are read.
 *
 * <p>The handler is called in that thread only, in order within a partition. A record that cannot
 * be read is counted ({@code rejoinder.events.unreadable}) and passed over; a handler that throws
 * is logged and the reading goes on, so a handler must not fail for a passing reason.
 */
public final class WholeTopic implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WholeTopic.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration RETRY = Duration.ofMillis(500);

  /**
   * Between polls that bring something: what arrives meanwhile comes with one fetch, where each
   * record would have one of its own (RATIONALE.md, "Rest between polls").
   */
  private static final Duration REST = Duration.ofMillis(20);

  private final String topic;
  private final Map<String, Object> config;
  private final TopicStart start;
  private final Consumer<Received> handler;
  private final MeterRegistry meters;
  private Duration rest = REST;
  private BiPredicate<byte[], byte[]> wanted = (key, value) -> true;
  private final Counter unreadable;
  private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
  private final Thread thread;
  private volatile boolean open = true;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> current;

  /**
   * A reader; {@link #start} begins.
   *
   * @param topic the topic
   * @param kafka configuration of a consumer: the broker's address and credentials
   * @param start where to begin
   * @param handler what to do with each event
   * @param meters where lag and unreadable records are counted
   */
  public WholeTopic(
      String topic,
      Map<String, Object> kafka,
      TopicStart start,
      Consumer<Received> handler,
      MeterRegistry meters) {
    this.topic = topic;
    this.config = config(kafka);
    this.start = start;
    this.handler = handler;
    this.meters = meters;
    this.unreadable = meters.counter("rejoinder.events.unreadable", "topic", topic);
    this.thread = new Thread(this::run, "whole-" + topic);
    this.thread.setDaemon(true);
  }

  private static Map<String, Object> config(Map<String, Object> kafka) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return config;
  }

  /**
   * Passes over records that nobody waits for without reading what they say, which is most of what
   * they cost. To be called before {@link #start}.
   *
   * @param wanted whether to handle a record of this key and value; called in the reader's thread
   */
  public WholeTopic onlyWhere(BiPredicate<byte[], byte[]> wanted) {
    this.wanted = wanted;
    return this;
  }

  /**
   * Rests this long after a poll that brought something: 20 ms by default, shorter where a person
   * waits for each record.
   */
  public WholeTopic resting(Duration rest) {
    this.rest = rest;
    return this;
  }

  /** Begins to read. */
  public void start() {
    thread.start();
  }

  /** Complete once everything was handled that the topic held when the reading began. */
  public CompletableFuture<Void> caughtUp() {
    return caughtUp.copy();
  }

  private void run() {
    while (open) {
      try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config);
          KafkaClientMetrics metrics = new KafkaClientMetrics(consumer)) {
        metrics.bindTo(meters);
        current = consumer;
        read(consumer);
      } catch (WakeupException | InterruptException e) {
        LOG.debug("reader of {} was interrupted", topic);
      } catch (RuntimeException e) {
        LOG.warn("reader of {} begins again: {}", topic, e.toString());
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(RETRY.toMillis());
    } catch (InterruptedException e) {
      open = false;
    }
  }

  private void read(KafkaConsumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    start.seek(consumer, ends);
    while (open) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      records.forEach(this::handle);
      if (!caughtUp.isDone() && reached(consumer, ends)) {
        caughtUp.complete(null);
      }
      if (!records.isEmpty() && caughtUp.isDone()) {
        LockSupport.parkNanos(rest.toNanos());
      }
    }
  }

  private static boolean reached(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void handle(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (record.key() != null
          && record.value() != null
          && !wanted.test(record.key(), record.value())) {
        return;
      }
      Optional<Event> event = EventCodec.read(record.headers(), record.value());
      event.ifPresent(
          known -> handler.accept(new Received(record.partition(), record.offset(), known, false)));
    } catch (UnreadableEvent e) {
      unreadable.increment();
      LOG.warn("{}-{} offset {}: {}", topic, record.partition(), record.offset(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("{}-{} offset {} was not handled", topic, record.partition(), record.offset(), e);
    }
  }

  /** Ends the reading and waits for the thread, 5 s at most. */
  @Override
  public void close() {
    open = false;
    KafkaConsumer<byte[], byte[]> consumer = current;
    if (consumer == null) {
      thread.interrupt();
    } else {
      // An interrupt would reach into the consumer's own closing, which complains.
      consumer.wakeup();
    }
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
