package io.rejoinder.moderation.intake;

import io.rejoinder.events.Topics;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Lets imports wait while live commands do. */
final class ImportThrottle {

  private final long bound;
  private volatile long live;
  private volatile long imports;

  ImportThrottle(long bound) {
    this.bound = bound;
  }

  /** Looks at the lag that the last polls reported, and pauses or resumes imports. */
  void apply(Consumer<?, ?> consumer) {
    Set<TopicPartition> imported = new HashSet<>();
    long liveLag = 0;
    long importLag = 0;
    for (TopicPartition partition : consumer.assignment()) {
      long lag = consumer.currentLag(partition).orElse(0);
      if (partition.topic().equals(Topics.COMMENTS_IMPORTED)) {
        imported.add(partition);
        importLag += lag;
      } else {
        liveLag += lag;
      }
    }
    live = liveLag;
    imports = importLag;
    if (liveLag > bound) {
      consumer.pause(imported);
    } else {
      consumer.resume(imported);
    }
  }

  /** Live commands that wait. */
  long live() {
    return live;
  }

  /** Imports that wait. */
  long imports() {
    return imports;
  }
}
