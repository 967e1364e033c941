package io.rejoinder.projection;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Where the reading of a whole topic begins. */
@FunctionalInterface
public interface TopicStart {

  /** Moves a consumer of these partitions, whose ends are given, to where it begins. */
  void seek(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends);

  /** With the oldest record. */
  static TopicStart beginning() {
    return (consumer, ends) -> consumer.seekToBeginning(ends.keySet());
  }

  /** With at most this many of the newest offsets of each partition. */
  static TopicStart tail(long offsets) {
    return (consumer, ends) -> {
      Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(ends.keySet());
      ends.forEach(
          (partition, end) ->
              consumer.seek(
                  partition, Math.max(beginnings.getOrDefault(partition, 0L), end - offsets)));
    };
  }

  /** With the first record of this time or later. */
  static TopicStart since(Instant time) {
    return (consumer, ends) -> {
      Map<TopicPartition, Long> times = new HashMap<>();
      ends.keySet().forEach(partition -> times.put(partition, time.toEpochMilli()));
      Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
      ends.forEach(
          (partition, end) -> {
            OffsetAndTimestamp first = found.get(partition);
            consumer.seek(partition, first == null ? end : first.offset());
          });
    };
  }
}
