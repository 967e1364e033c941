package io.rejoinder.moderation.audit;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.audit.AuditEntry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.LongUnaryOperator;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/** Reads the chain as it stands in its topic, as fast as somebody takes it. Threadsafe. */
final class AuditLog {

  private static final TopicPartition LOG = new TopicPartition(Topics.AUDITED, 0);
  private static final Duration POLL = Duration.ofMillis(200);

  /** In one poll: what is in memory of an export at most. */
  private static final int MOST_RECORDS = 500;

  /** Offsets before the end in which an entry is found but for a row of failed transactions. */
  private static final long NEAR_THE_END = 100;

  private final Map<String, Object> kafka;

  AuditLog(Map<String, Object> kafka) {
    this.kafka = Map.copyOf(kafka);
  }

  /**
   * The entries behind a number, in order, up to the one that is the newest when it begins.
   *
   * @param number of the entry before the first one; 0 for all
   */
  Flux<AuditEntry> after(long number) {
    // Numbers have no gaps and offsets may: an entry never stands before the offset of its number.
    return read(number, end -> Math.min(number, end));
  }

  /** The newest entry; empty while there is none. */
  Mono<AuditEntry> newest() {
    return read(0, end -> Math.max(0, end - NEAR_THE_END))
        .takeLast(1)
        .next()
        .switchIfEmpty(Mono.defer(() -> after(0).takeLast(1).next()));
  }

  private Flux<AuditEntry> read(long after, LongUnaryOperator start) {
    return Flux.generate(() -> new Reading(after, start), Reading::next, Reading::close)
        .subscribeOn(Schedulers.boundedElastic());
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** One reader's place. Used by one thread at a time. */
  private final class Reading {

    private final KafkaConsumer<byte[], byte[]> consumer = consumer();
    private final Queue<AuditEntry> ready = new ArrayDeque<>();
    private final long after;
    private final long end;

    Reading(long after, LongUnaryOperator start) {
      this.after = after;
      consumer.assign(List.of(LOG));
      this.end = consumer.endOffsets(List.of(LOG)).getOrDefault(LOG, 0L);
      consumer.seek(LOG, start.applyAsLong(end));
    }

    Reading next(SynchronousSink<AuditEntry> sink) {
      while (ready.isEmpty() && consumer.position(LOG) < end) {
        consumer.poll(POLL).forEach(this::take);
      }
      AuditEntry entry = ready.poll();
      if (entry == null) {
        sink.complete();
      } else {
        sink.next(entry);
      }
      return this;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
      EventCodec.read(record.headers(), record.value())
          .filter(AuditEntry.class::isInstance)
          .map(AuditEntry.class::cast)
          .filter(entry -> entry.number() > after)
          .ifPresent(ready::add);
    }

    void close() {
      consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
  }
}
