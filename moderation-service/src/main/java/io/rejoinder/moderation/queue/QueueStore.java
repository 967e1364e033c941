package io.rejoinder.moderation.queue;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/**
 * Makes the store ready before the projection writes to it: dropped first where a rebuild was asked
 * for, indexes made. A store that is not there yet is tried again in the background; the projection
 * does the same.
 */
final class QueueStore implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(QueueStore.class);
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final MongoDatabase database;
  private final MongoQueue queue;
  private final boolean rebuild;
  private final Duration patience;
  private volatile boolean running;

  QueueStore(MongoDatabase database, MongoQueue queue, boolean rebuild, Duration patience) {
    this.database = database;
    this.queue = queue;
    this.rebuild = rebuild;
    this.patience = patience;
  }

  @Override
  public void start() {
    long end = System.nanoTime() + patience.toNanos();
    while (!running) {
      try {
        prepare();
        running = true;
      } catch (RuntimeException e) {
        if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LOG.warn("waiting for the store: {}", e.toString());
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private void prepare() {
    if (rebuild) {
      LOG.info("rebuild: dropping {}", database.getName());
      Mono.from(database.drop()).block(BOUND);
    }
    queue.createIndexes().block(BOUND);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the projection. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1;
  }
}
