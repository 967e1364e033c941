package io.rejoinder.review.review;

import io.rejoinder.events.Event;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.UnreadableEvent;
import io.rejoinder.events.review.ReviewState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic of reviews as its writer sees it. All instances write with one {@code
 * transactional.id}: the broker lets only the last one that claimed it commit, and fences the
 * others. Whoever claims reads the topic to its end before it writes, so it decides on what is
 * there, and nobody else can have written in between.
 *
 * <p>Used by one thread. Every method blocks, within the clients' time-outs.
 */
final class ReviewLog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReviewLog.class);
  private static final String TRANSACTIONAL_ID = "review-service.reviews";
  private static final Duration POLL = Duration.ofMillis(200);

  /** Without any progress for this long, reading the topic is given up for now. */
  private static final Duration STALLED = Duration.ofSeconds(10);

  private final Map<String, Object> kafka;
  private final EventCodec codec;
  private KnownReviews known = new KnownReviews();
  private @Nullable KafkaProducer<byte[], byte[]> producer;
  private @Nullable KafkaConsumer<byte[], byte[]> consumer;

  /**
   * A log.
   *
   * @param kafka the broker's address and credentials
   * @param codec writes records
   */
  ReviewLog(Map<String, Object> kafka, EventCodec codec) {
    this.kafka = Map.copyOf(kafka);
    this.codec = codec;
  }

  /**
   * What the topic holds now; claims the topic first where it was not claimed or was lost. A claim
   * that another instance took shows with the next write only, so the topic is read to its end each
   * time: a decision to write nothing has to be right, too.
   */
  KnownReviews claimed() {
    if (producer != null) {
      follow();
      return known;
    }
    KafkaProducer<byte[], byte[]> claiming = new KafkaProducer<>(producerConfig());
    try {
      claiming.initTransactions();
      follow();
    } catch (RuntimeException e) {
      claiming.close(Duration.ZERO);
      throw e;
    }
    producer = claiming;
    return known;
  }

  /** The record for a state. */
  ProducerRecord<byte[], byte[]> record(ReviewState state) {
    try {
      return codec.write(Topics.REVIEWS_PUBLISHED, state);
    } catch (IllegalArgumentException e) {
      throw new ReviewTooLarge(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Writes states, all or none, and takes them in. After any exception the claim is gone.
   *
   * @throws KafkaException if the broker did not commit, or another instance has the claim
   */
  void write(List<ReviewState> states, List<ProducerRecord<byte[], byte[]>> records) {
    KafkaProducer<byte[], byte[]> writer = producer;
    if (writer == null) {
      throw new KafkaException("not claimed");
    }
    try {
      writer.beginTransaction();
      List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
      records.forEach(record -> sent.add(writer.send(record)));
      writer.commitTransaction();
      for (int i = 0; i < sent.size(); i++) {
        RecordMetadata at = sent.get(i).get();
        known.put(states.get(i), at.partition(), at.offset());
      }
    } catch (ExecutionException e) {
      release();
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      release();
      Thread.currentThread().interrupt();
      throw new KafkaException(e);
    } catch (RuntimeException e) {
      release();
      throw e;
    }
  }

  /** The newest state of a known review, read from where it stands. */
  ReviewState load(KnownReviews.Known at) {
    TopicPartition partition = new TopicPartition(Topics.REVIEWS_PUBLISHED, at.partition());
    try (KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(consumerConfig())) {
      reader.assign(List.of(partition));
      reader.seek(partition, at.offset());
      for (ConsumerRecord<byte[], byte[]> record : reader.poll(STALLED)) {
        if (record.offset() == at.offset() && read(record).orElse(null) instanceof ReviewState s) {
          return s;
        }
      }
    }
    throw new TimeoutException("offset " + at.offset() + " of " + partition + " was not delivered");
  }

  private void follow() {
    try {
      KafkaConsumer<byte[], byte[]> reader = consumer();
      Map<TopicPartition, Long> ends = reader.endOffsets(reader.assignment());
      long lastProgress = System.nanoTime();
      while (!reached(reader, ends)) {
        var records = reader.poll(POLL);
        records.forEach(this::take);
        if (!records.isEmpty()) {
          lastProgress = System.nanoTime();
        } else if (System.nanoTime() - lastProgress > STALLED.toNanos()) {
          throw new TimeoutException(Topics.REVIEWS_PUBLISHED + ": no record within " + STALLED);
        }
      }
    } catch (RuntimeException e) {
      forget();
      throw e;
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    if (consumer == null) {
      KafkaConsumer<byte[], byte[]> fresh = new KafkaConsumer<>(consumerConfig());
      consumer = fresh;
      List<TopicPartition> partitions =
          fresh.partitionsFor(Topics.REVIEWS_PUBLISHED).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      fresh.assign(partitions);
      fresh.seekToBeginning(partitions);
    }
    return consumer;
  }

  private static boolean reached(KafkaConsumer<?, ?> reader, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> reader.position(end.getKey()) >= end.getValue());
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (read(record).orElse(null) instanceof ReviewState state) {
      known.put(state, record.partition(), record.offset());
    }
  }

  private static Optional<Event> read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return EventCodec.read(record.headers(), record.value());
    } catch (UnreadableEvent e) {
      LOG.warn(
          "{}-{} offset {}: {}", record.topic(), record.partition(), record.offset(), e.toString());
      return Optional.empty();
    }
  }

  private void forget() {
    known = new KnownReviews();
    if (consumer != null) {
      consumer.close();
      consumer = null;
    }
  }

  private void release() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }

  private Map<String, Object> producerConfig() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONAL_ID);
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
    config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 20);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 8_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
    return config;
  }

  private Map<String, Object> consumerConfig() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000);
    config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    return config;
  }

  @Override
  public void close() {
    release();
    forget();
  }
}
