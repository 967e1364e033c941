package io.rejoinder.moderation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ImportThrottleTest {

  private static final TopicPartition LIVE = new TopicPartition(Topics.COMMENTS_SUBMITTED, 0);
  private static final TopicPartition IMPORTS = new TopicPartition(Topics.COMMENTS_IMPORTED, 0);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final ImportThrottle throttle = new ImportThrottle(100);

  private void behind(long live, long imports) {
    consumer.assign(List.of(LIVE, IMPORTS));
    consumer.updateBeginningOffsets(Map.of(LIVE, 0L, IMPORTS, 0L));
    consumer.updateEndOffsets(Map.of(LIVE, live, IMPORTS, imports));
    consumer.seek(LIVE, 0);
    consumer.seek(IMPORTS, 0);
  }

  @Test
  void importsGoOnWhileLiveCommandsAreFew() {
    behind(100, 5000);
    throttle.apply(consumer);
    assertThat(consumer.paused()).isEmpty();
    assertThat(throttle.live()).isEqualTo(100);
    assertThat(throttle.imports()).isEqualTo(5000);
  }

  @Test
  void importsWaitWhileLiveCommandsDoAndGoOnAfterwards() {
    behind(101, 5000);
    throttle.apply(consumer);
    assertThat(consumer.paused()).containsExactly(IMPORTS);
    consumer.seek(LIVE, 101);
    throttle.apply(consumer);
    assertThat(consumer.paused()).isEmpty();
  }
}
