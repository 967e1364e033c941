package io.rejoinder.review.review;

import io.rejoinder.events.Event;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.UnreadableEvent;
import io.rejoinder.events.review.ReviewState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic of reviews, read to its end whenever it is asked. Used by one thread; blocks. */
final class WrittenReviews implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WrittenReviews.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /** Without any progress for this long, reading the topic is given up for now. */
  private static final Duration STALLED = Duration.ofSeconds(10);

  private final Map<String, Object> kafka;
  private KnownReviews known = new KnownReviews();
  private @Nullable Reading reading;

  WrittenReviews(Map<String, Object> kafka) {
    this.kafka = Map.copyOf(kafka);
  }

  /**
   * What every write that was confirmed until now has left.
   *
   * @throws KafkaException if the broker does not answer, or nothing arrived for 10 s
   */
  KnownReviews newest() {
    try {
      Reading now = reading();
      Map<TopicPartition, Long> ends = now.ends();
      long lastProgress = System.nanoTime();
      while (!now.reached(ends)) {
        var records = now.consumer.poll(POLL);
        records.forEach(this::take);
        if (!records.isEmpty()) {
          lastProgress = System.nanoTime();
        } else if (System.nanoTime() - lastProgress > STALLED.toNanos()) {
          throw new TimeoutException(Topics.REVIEWS_PUBLISHED + ": no record within " + STALLED);
        }
      }
      return known;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Takes in what this writer wrote itself. */
  void put(ReviewState state, int partition, long offset) {
    known.put(state, partition, offset);
  }

  /** The newest state of a known review, read from where it stands. */
  ReviewState load(KnownReviews.Known at) {
    TopicPartition partition = new TopicPartition(Topics.REVIEWS_PUBLISHED, at.partition());
    try (KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(config())) {
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

  private Reading reading() {
    if (reading == null) {
      reading = new Reading(new KafkaConsumer<>(config()), Admin.create(kafka));
      reading.begin();
    }
    return reading;
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

  private Map<String, Object> config() {
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

  /** Forgets what was read; the next question reads from the beginning. */
  @Override
  public void close() {
    known = new KnownReviews();
    if (reading != null) {
      reading.consumer.close();
      reading.admin.close(Duration.ZERO);
      reading = null;
    }
  }

  private record Reading(KafkaConsumer<byte[], byte[]> consumer, Admin admin) {

    void begin() {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.REVIEWS_PUBLISHED).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    }

    /**
     * The ends with what is still on its way: a commit is confirmed before its marker stands in
     * every partition, and until then the stable end is short of it.
     */
    Map<TopicPartition, Long> ends() {
      Set<TopicPartition> partitions = consumer.assignment();
      Map<TopicPartition, OffsetSpec> latest =
          partitions.stream()
              .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
      Map<TopicPartition, Long> ends = new HashMap<>();
      try {
        admin
            .listOffsets(
                latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED).timeoutMs(8_000))
            .all()
            .get()
            .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
      } catch (ExecutionException e) {
        throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e);
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }

    boolean reached(Map<TopicPartition, Long> ends) {
      return ends.entrySet().stream()
          .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
  }
}
