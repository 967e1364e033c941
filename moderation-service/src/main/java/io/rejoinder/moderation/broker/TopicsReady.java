package io.rejoinder.moderation.broker;

import io.rejoinder.events.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Creates missing topics before anything reads or writes one. A broker that is not there yet is
 * waited for.
 */
final class TopicsReady implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TopicsReady.class);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Map<String, Object> clients;
  private final short replication;
  private final Duration patience;
  private volatile boolean running;

  /**
   * The topics.
   *
   * @param clients configuration of an admin client
   * @param replication replication factor of topics that are created
   * @param patience how long to wait for the broker
   */
  TopicsReady(Map<String, Object> clients, short replication, Duration patience) {
    this.clients = clients;
    this.replication = replication;
    this.patience = patience;
  }

  @Override
  public void start() {
    long end = System.nanoTime() + patience.toNanos();
    while (!running) {
      try (Admin admin = Admin.create(clients)) {
        Topics.createMissing(admin, replication, ANSWER);
        running = true;
      } catch (KafkaException | IllegalStateException e) {
        if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LOG.warn("waiting for the broker: {}", e.toString());
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before every reader and writer. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
