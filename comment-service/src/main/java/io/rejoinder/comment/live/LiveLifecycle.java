package io.rejoinder.comment.live;

import io.rejoinder.projection.WholeTopic;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/**
 * Fills the rings before requests come, and ends the streams before the server waits for its
 * requests to end.
 */
final class LiveLifecycle implements SmartLifecycle, HealthIndicator {

  private static final Duration FILLED_WITHIN = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(LiveLifecycle.class);

  private final Live live;
  private final WholeTopic topic;
  private final Duration heartbeat;
  private @Nullable Disposable beats;

  LiveLifecycle(Live live, WholeTopic topic, Duration heartbeat) {
    this.live = live;
    this.topic = topic;
    this.heartbeat = heartbeat;
  }

  /** Reads the tail; called while the context is made, before the server opens. */
  void fill() {
    topic.start();
    try {
      topic.caughtUp().get(FILLED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("live events are still being read after {}", FILLED_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void start() {
    beats = Flux.interval(heartbeat).onBackpressureDrop().subscribe(tick -> live.beat());
  }

  @Override
  public synchronized void stop() {
    Disposable ticking = beats;
    if (ticking != null) {
      ticking.dispose();
      beats = null;
    }
    live.complete();
    topic.close();
  }

  @Override
  public synchronized boolean isRunning() {
    return beats != null;
  }

  /** The last to start and the first to stop, before the web server's graceful stop. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Health health() {
    return topic.caughtUp().isDone()
        ? Health.up().build()
        : Health.down().withDetail("cause", "live events are being read").build();
  }
}
