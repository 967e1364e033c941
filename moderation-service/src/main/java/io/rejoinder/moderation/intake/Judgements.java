package io.rejoinder.moderation.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Literal;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.moderation.screening.Screening;
import io.rejoinder.projection.Received;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Shows the screens what people decided, of the comments of all partitions, from as far back as it
 * counts. Read again at each start: nothing of it is stored.
 */
final class Judgements implements SmartLifecycle {

  private static final Literal BY_MODERATOR = new Literal("\"kind\":\"moderator\"");
  private static final Literal BY_IMPORT = new Literal("\"kind\":\"import\"");

  private final Map<String, Object> kafka;
  private final Screening screening;
  private final Duration history;
  private final Clock clock;
  private final MeterRegistry meters;
  private volatile @Nullable WholeTopic topic;

  /**
   * A reader.
   *
   * @param kafka configuration of a consumer
   * @param screening what is shown to
   * @param history how old a state may be
   * @param clock what time it is
   * @param meters where lag is counted
   */
  Judgements(
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

  private void show(Received received) {
    if (received.event() instanceof CommentState state) {
      screening.decided(state);
    }
  }

  /** Most states are the screens' own decisions, and passed over unread. */
  private static boolean ofPeople(byte[] state) {
    return BY_MODERATOR.in(state) || BY_IMPORT.in(state);
  }

  @Override
  public void start() {
    WholeTopic fresh =
        new WholeTopic(
                Topics.COMMENTS_MODERATED,
                kafka,
                TopicStart.since(clock.instant().minus(history)),
                this::show,
                meters)
            .onlyWhere((key, state) -> ofPeople(state));
    fresh.start();
    topic = fresh;
  }

  @Override
  public void stop() {
    WholeTopic running = topic;
    topic = null;
    if (running != null) {
      running.close();
    }
  }

  @Override
  public boolean isRunning() {
    return topic != null;
  }
}
