package io.rejoinder.comment.thread;

import io.rejoinder.projection.WholeTopic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Reads reviews and threads, before the server opens: an unread one would be answered with 404, or
 * opened anew.
 */
final class ThreadsReader implements InitializingBean, DisposableBean, HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadsReader.class);

  private final List<WholeTopic> topics;
  private final Duration bound;

  ThreadsReader(List<WholeTopic> topics, Duration bound) {
    this.topics = List.copyOf(topics);
    this.bound = bound;
  }

  @Override
  public void afterPropertiesSet() throws InterruptedException {
    topics.forEach(WholeTopic::start);
    try {
      caughtUp().get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("threads are still being read after {}", bound);
    }
  }

  @Override
  public void destroy() {
    topics.forEach(WholeTopic::close);
  }

  private CompletableFuture<?> caughtUp() {
    return CompletableFuture.allOf(
        topics.stream().map(WholeTopic::caughtUp).toArray(CompletableFuture<?>[]::new));
  }

  @Override
  public Health health() {
    return caughtUp().isDone()
        ? Health.up().build()
        : Health.down().withDetail("cause", "threads are being read").build();
  }
}
