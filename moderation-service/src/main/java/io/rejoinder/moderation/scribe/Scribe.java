package io.rejoinder.moderation.scribe;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps one instance writing a log for as long as there is one. Whatever ends a {@linkplain Shift
 * shift} begins another after 2 s: states wait in their topic meanwhile.
 */
public final class Scribe implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Scribe.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration STOP = Duration.ofSeconds(10);

  private final String topic;
  private final ScribeClients clients;
  private final Supplier<? extends Ledger> ledgers;
  private volatile boolean going;
  private volatile @Nullable String failure;
  private volatile @Nullable Shift shift;
  private @Nullable Thread thread;

  /**
   * A writer of a log.
   *
   * @param topic the log, of one partition
   * @param group what all instances that could write it have in common
   * @param kafka what every client needs: the broker's address and credentials
   * @param ledgers gives an empty ledger for each turn
   */
  public Scribe(
      String topic, String group, Map<String, Object> kafka, Supplier<? extends Ledger> ledgers) {
    this.topic = topic;
    this.clients = new ScribeClients(kafka, group);
    this.ledgers = ledgers;
  }

  /** Why it cannot write at present. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public synchronized void start() {
    going = true;
    Thread fresh = new Thread(this::run, "scribe-" + topic);
    thread = fresh;
    fresh.start();
  }

  private void run() {
    while (going) {
      try (Shift current = new Shift(topic, ledgers.get(), clients)) {
        shift = current;
        while (going && current.step()) {
          failure = null;
        }
      } catch (WakeupException | InterruptException e) {
        LOG.debug("the writer of {} was woken", topic);
      } catch (Exception e) {
        failure = e.toString();
        LOG.warn("the writer of {} begins again in {}: {}", topic, PAUSE, e.toString());
        LockSupport.parkNanos(PAUSE.toNanos());
      } finally {
        shift = null;
      }
    }
  }

  @Override
  public synchronized void stop() {
    going = false;
    Shift current = shift;
    if (current != null) {
      current.wakeup();
    }
    Thread running = thread;
    if (running != null) {
      LockSupport.unpark(running);
      try {
        running.join(STOP.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return going;
  }
}
