package io.rejoinder.moderation.quality;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Literal;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.projection.Received;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Reads the states of the last weeks into this instance's memory, and measures while it goes on.
 * Where there are too many comments to count each, most are passed over unread.
 */
final class QualityFollower implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(QualityFollower.class);

  /** What people have or may have a part in is read in any case. */
  private static final Literal DECIDED = new Literal("\"moderator\"");

  private static final Literal SAMPLED = new Literal("\"sampled\":");

  private final Map<String, Object> kafka;
  private final Quality quality;
  private final MeterRegistry meters;
  private final Duration every;
  private final Scheduler scheduler = Schedulers.newSingle("quality", true);
  private Disposable measuring = Disposables.disposed();
  private @Nullable WholeTopic topic;

  QualityFollower(
      Map<String, Object> kafka, Quality quality, MeterRegistry meters, Duration every) {
    this.kafka = kafka;
    this.quality = quality;
    this.meters = meters;
    this.every = every;
  }

  private boolean wanted(byte[] key, byte[] state) {
    return quality.counts(key) || SAMPLED.in(state) || DECIDED.in(state);
  }

  private void seen(Received received) {
    if (received.event() instanceof CommentState state) {
      quality.seen(state);
    }
  }

  @Override
  public synchronized void start() {
    WholeTopic fresh =
        new WholeTopic(
                Topics.COMMENTS_MODERATED,
                kafka,
                TopicStart.since(quality.beginning()),
                this::seen,
                meters)
            .onlyWhere(this::wanted);
    fresh.start();
    topic = fresh;
    var unused = fresh.caughtUp().thenRunAsync(this::measureFromNowOn);
  }

  private synchronized void measureFromNowOn() {
    if (topic != null) {
      measuring =
          Flux.interval(Duration.ZERO, every, scheduler)
              .onBackpressureDrop()
              .doOnNext(tick -> quality.measure())
              .doOnError(e -> LOG.error("the figures stay as they were", e))
              .retry()
              .subscribe();
    }
  }

  @Override
  public synchronized void stop() {
    WholeTopic running = topic;
    topic = null;
    measuring.dispose();
    if (running != null) {
      running.close();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return topic != null;
  }
}
