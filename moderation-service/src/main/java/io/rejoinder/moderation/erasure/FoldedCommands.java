package io.rejoinder.moderation.erasure;

import io.rejoinder.events.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Deletes commands that were folded long enough ago: their texts are in the states since, and an
 * erasure reaches them there alone. One that was not folded is never deleted, however old it is.
 */
final class FoldedCommands {

  private static final long ANSWER_SECONDS = 30;

  /** What the broker says where no record is as young as that. */
  private static final long NONE = -1;

  private final Admin admin;
  private final String group;

  /**
   * Commands.
   *
   * @param group of the owners: what it has committed was folded
   */
  FoldedCommands(Admin admin, String group) {
    this.admin = admin;
    this.group = group;
  }

  /**
   * Deletes what was folded and is older.
   *
   * @return how many partitions begin later now
   * @throws ExecutionException if the broker refuses
   * @throws TimeoutException if it does not answer in time
   */
  int deleteBefore(Instant time) throws ExecutionException, TimeoutException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> folded =
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    Map<TopicPartition, Long> old = offsets(OffsetSpec.forTimestamp(time.toEpochMilli()));
    Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
    Map<TopicPartition, Long> begins = offsets(OffsetSpec.earliest());
    Map<TopicPartition, RecordsToDelete> deleted = new HashMap<>();
    for (TopicPartition partition : partitions()) {
      OffsetAndMetadata committed = folded.get(partition);
      if (committed == null) {
        continue;
      }
      // No record is as young as that: all of them are older.
      long firstYoung = old.getOrDefault(partition, NONE);
      long young = firstYoung < 0 ? ends.getOrDefault(partition, 0L) : firstYoung;
      long before = Math.min(young, committed.offset());
      if (before > begins.getOrDefault(partition, 0L)) {
        deleted.put(partition, RecordsToDelete.beforeOffset(before));
      }
    }
    answer(admin.deleteRecords(deleted).all());
    return deleted.size();
  }

  private Map<TopicPartition, Long> offsets(OffsetSpec spec)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked =
        partitions().stream().collect(Collectors.toMap(it -> it, it -> spec));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> entry :
        answer(admin.listOffsets(asked).all()).entrySet()) {
      offsets.put(entry.getKey(), entry.getValue().offset());
    }
    return offsets;
  }

  private static Collection<TopicPartition> partitions() {
    return Topics.COMMANDS.stream()
        .flatMap(
            topic ->
                IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic, partition)))
        .toList();
  }

  private static <T> T answer(KafkaFuture<T> future)
      throws ExecutionException, TimeoutException, InterruptedException {
    return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
  }
}
