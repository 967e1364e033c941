package io.rejoinder.moderation.intake;

import io.rejoinder.events.Tick;
import io.rejoinder.events.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Catches up the states of partitions that were assigned. */
final class Restore {

  private static final Logger LOG = LoggerFactory.getLogger(Restore.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaClients clients;
  private final OwnedStates states;
  private final BooleanSupplier going;

  /**
   * A restore.
   *
   * @param clients where readers come from
   * @param states that are filled
   * @param going whether to go on
   */
  Restore(KafkaClients clients, OwnedStates states, BooleanSupplier going) {
    this.clients = clients;
    this.states = states;
    this.going = going;
  }

  /**
   * Reads the state topic from where the states held end to its end. The end is the high watermark,
   * not the last stable offset: behind a transaction that an instance before left open there may be
   * states of another one that committed. Waiting for the broker to abort it (the transaction's
   * time-out) is what not losing them costs.
   */
  void partitions(Collection<Integer> partitions) {
    Map<TopicPartition, Long> ends = highWatermarks(partitions);
    try (KafkaConsumer<byte[], byte[]> reader = clients.stateReader()) {
      reader.assign(ends.keySet());
      ends.forEach((partition, end) -> seek(reader, partition, end));
      while (going.getAsBoolean() && !reached(reader, ends)) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          take(record);
        }
      }
      ends.keySet()
          .forEach(partition -> states.next(partition.partition(), reader.position(partition)));
    }
  }

  private void seek(KafkaConsumer<?, ?> reader, TopicPartition partition, long end) {
    long next = states.next(partition.partition());
    if (next > 0 && next <= end) {
      reader.seek(partition, next);
    } else {
      reader.seekToBeginning(List.of(partition));
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (Tick.is(record.headers())) {
      return;
    }
    try {
      states.put(record.partition(), record.key(), record.value());
    } catch (IllegalArgumentException | NullPointerException e) {
      // Nobody but an owner writes here; what is no state of a comment cannot be asked for either.
      LOG.error("{} holds what is no state: {}", record.topic(), e.toString());
    }
  }

  private static boolean reached(KafkaConsumer<?, ?> reader, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> reader.position(end.getKey()) >= end.getValue());
  }

  private Map<TopicPartition, Long> highWatermarks(Collection<Integer> partitions) {
    Map<TopicPartition, OffsetSpec> latest =
        partitions.stream()
            .map(partition -> new TopicPartition(Topics.COMMENTS_MODERATED, partition))
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    try (Admin admin = clients.admin()) {
      Map<TopicPartition, Long> ends = new HashMap<>();
      admin
          .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition, offset(end)));
      return ends;
    } catch (ExecutionException e) {
      throw new KafkaException("the state topic's ends", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static long offset(ListOffsetsResult.ListOffsetsResultInfo end) {
    return end.offset();
  }
}
