package io.rejoinder.moderation.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.UnreadableEvent;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** The committed states of comments, piece by piece, without a group. Blocks; for one thread. */
final class StateLog implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  /** Some milliseconds of judging: so long a live comment may wait where there is one core. */
  private static final int BATCH = 50;

  private final KafkaConsumer<byte[], byte[]> consumer;

  StateLog(Map<String, Object> kafka) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    this.consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** One piece for each partition, up to its end now. */
  List<Piece> since(@Nullable Instant time) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.COMMENTS_MODERATED).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    Map<TopicPartition, Long> starts = starts(partitions, time);
    List<Piece> pieces = new ArrayList<>();
    consumer
        .endOffsets(partitions)
        .forEach(
            (partition, end) ->
                pieces.add(new Piece(partition, starts.getOrDefault(partition, end), end)));
    return pieces;
  }

  private Map<TopicPartition, Long> starts(
      List<TopicPartition> partitions, @Nullable Instant time) {
    if (time == null) {
      return consumer.beginningOffsets(partitions);
    }
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, time.toEpochMilli()));
    Map<TopicPartition, Long> starts = new HashMap<>();
    for (Map.Entry<TopicPartition, OffsetAndTimestamp> first :
        consumer.offsetsForTimes(times).entrySet()) {
      if (first.getValue() != null) {
        starts.put(first.getKey(), first.getValue().offset());
      }
    }
    return starts;
  }

  /**
   * Reads a piece to its end, as long as it is to go on.
   *
   * @param batch what to do with each batch, which ends before the given offset
   */
  void read(Piece piece, BooleanSupplier going, Batch batch) {
    consumer.assign(List.of(piece.partition()));
    consumer.seek(piece.partition(), piece.start());
    long position = piece.start();
    while (going.getAsBoolean() && position < piece.end()) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      long next = Math.min(consumer.position(piece.partition()), piece.end());
      batch.read(
          records.records(piece.partition()).stream()
              .filter(record -> record.offset() < piece.end())
              .toList(),
          next - position);
      position = next;
    }
  }

  /** The newest state of a comment. Reads its partition whole: seconds, where that is large. */
  Optional<CommentState> newest(CommentId id, BooleanSupplier going) {
    byte[] key = id.value().getBytes(UTF_8);
    int number = Utils.toPositive(Utils.murmur2(key));
    List<ConsumerRecord<byte[], byte[]>> newest = new ArrayList<>(1);
    List<Piece> pieces = since(null);
    for (Piece piece : pieces) {
      if (piece.partition().partition() == number % pieces.size()) {
        Consumer<ConsumerRecord<byte[], byte[]>> keep =
            record -> {
              newest.clear();
              newest.add(record);
            };
        read(
            piece,
            going,
            (records, offsets) ->
                records.stream().filter(r -> Arrays.equals(r.key(), key)).forEach(keep));
      }
    }
    return newest.isEmpty() ? Optional.empty() : state(newest.get(0));
  }

  /** The state that a record holds; empty for one that cannot be read. */
  static Optional<CommentState> state(ConsumerRecord<byte[], byte[]> record) {
    try {
      return EventCodec.read(record.headers(), record.value())
          .filter(CommentState.class::isInstance)
          .map(CommentState.class::cast);
    } catch (UnreadableEvent e) {
      // Counted by the projections; there is nothing in it to judge.
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Some records of a piece, and how many offsets they and what lies between them take. */
  @FunctionalInterface
  interface Batch {
    void read(List<ConsumerRecord<byte[], byte[]>> records, long offsets);
  }

  /** A partition from a start to an end, which is behind the last record. */
  record Piece(TopicPartition partition, long start, long end) {
    long offsets() {
      return Math.max(0, end - start);
    }
  }
}
