package io.rejoinder.moderation.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.moderation.screening.Screening;
import io.rejoinder.projection.Received;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows the screens what the loop does not: the submissions of the last minutes before an
 * assignment, and those that other instances fold. Once everything of before was shown to an
 * instance that owns every partition, nothing is left to read, and the reading ends.
 */
final class Traffic implements AutoCloseable {

  private final Map<String, Object> kafka;
  private final Screening screening;
  private final Duration history;
  private final Clock clock;
  private final MeterRegistry meters;
  private volatile Set<Integer> owned = Set.of();
  private volatile boolean shownBefore;
  private @Nullable WholeTopic reader;

  Traffic(
      Map<String, Object> kafka,
      Screening screening,
      Duration history,
      Clock clock,
      MeterRegistry meters) {
    this.kafka = Map.copyOf(kafka);
    this.screening = screening;
    this.history = history;
    this.clock = clock;
    this.meters = meters;
  }

  /** The loop folds these partitions from now on. */
  synchronized void owns(Set<Integer> partitions) {
    stopReading();
    owned = Set.copyOf(partitions);
    shownBefore = false;
    WholeTopic fresh =
        new WholeTopic(
            Topics.COMMENTS_SUBMITTED,
            kafka,
            TopicStart.since(clock.instant().minus(history)),
            this::show,
            meters);
    reader = fresh;
    var unused = fresh.caughtUp().thenRunAsync(() -> shown(fresh));
    fresh.start();
  }

  private void show(Received received) {
    boolean folded = shownBefore && owned.contains(received.partition());
    if (!folded && received.event() instanceof Submit submit) {
      screening.observe(submit);
    }
  }

  private synchronized void shown(WholeTopic caughtUp) {
    if (caughtUp == reader) {
      shownBefore = true;
      if (owned.size() == Topics.PARTITIONS) {
        stopReading();
      }
    }
  }

  private void stopReading() {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }

  @Override
  public synchronized void close() {
    stopReading();
  }
}
