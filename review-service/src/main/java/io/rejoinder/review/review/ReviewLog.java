package io.rejoinder.review.review;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.review.ReviewState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The topic of reviews as its writer sees it. All instances write with one {@code
 * transactional.id}: the broker lets only the last one that claimed it commit, and fences the
 * others. Whoever claims reads the topic to its end before it writes, so it decides on what is
 * there, and nobody else can have written in between.
 *
 * <p>Used by one thread. Every method blocks, within the clients' time-outs.
 */
final class ReviewLog implements AutoCloseable {

  private static final String TRANSACTIONAL_ID = "review-service.reviews";

  private final Map<String, Object> kafka;
  private final EventCodec codec;
  private final WrittenReviews written;
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  /**
   * A log.
   *
   * @param kafka the broker's address and credentials
   * @param codec writes records
   */
  ReviewLog(Map<String, Object> kafka, EventCodec codec) {
    this.kafka = Map.copyOf(kafka);
    this.codec = codec;
    this.written = new WrittenReviews(kafka);
  }

  /**
   * What the topic holds now; claims the topic first where it was not claimed or was lost. A claim
   * that another instance took shows with the next write only, so the topic is read to its end each
   * time: a decision to write nothing has to be right, too.
   */
  KnownReviews claimed() {
    if (producer != null) {
      return written.newest();
    }
    KafkaProducer<byte[], byte[]> claiming = new KafkaProducer<>(producerConfig());
    try {
      claiming.initTransactions();
      KnownReviews known = written.newest();
      producer = claiming;
      return known;
    } catch (RuntimeException e) {
      claiming.close(Duration.ZERO);
      throw e;
    }
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
        written.put(states.get(i), at.partition(), at.offset());
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
    return written.load(at);
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

  @Override
  public void close() {
    release();
    written.close();
  }
}
