package io.rejoinder.comment.thread;

import io.rejoinder.projection.WholeTopic;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Reads the reviews, before the server opens: an unread review would be answered with 404. */
final class ThreadsReader implements InitializingBean, DisposableBean, HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadsReader.class);

  private final WholeTopic reviews;
  private final Duration bound;

  ThreadsReader(WholeTopic reviews, Duration bound) {
    this.reviews = reviews;
    this.bound = bound;
  }

  @Override
  public void afterPropertiesSet() throws InterruptedException {
    reviews.start();
    try {
      reviews.caughtUp().get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.warn("reviews are still being read after {}", bound);
    }
  }

  @Override
  public void destroy() {
    reviews.close();
  }

  @Override
  public Health health() {
    return reviews.caughtUp().isDone()
        ? Health.up().build()
        : Health.down().withDetail("cause", "reviews are being read").build();
  }
}
