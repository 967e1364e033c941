package io.rejoinder.moderation.intake;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the loop alive for as long as the process is. Whatever ends one {@linkplain Ownership life}
 * of it, an outage or being fenced, begins the next after a pause of 0.2 to 5 s.
 */
final class Owner implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Owner.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LAST_PAUSE = Duration.ofSeconds(5);
  private static final Duration STOP = Duration.ofSeconds(15);

  private final KafkaClients clients;
  private final BatchJudge judge;
  private final ImportThrottle throttle;
  private final IntakeMeters meters;
  private final Traffic traffic;
  private volatile boolean going;
  private volatile OwnerStatus status = OwnerStatus.STOPPED;
  private volatile @Nullable Ownership ownership;
  private @Nullable Thread thread;

  Owner(
      KafkaClients clients,
      BatchJudge judge,
      ImportThrottle throttle,
      IntakeMeters meters,
      Traffic traffic) {
    this.clients = clients;
    this.judge = judge;
    this.throttle = throttle;
    this.meters = meters;
    this.traffic = traffic;
  }

  BatchJudge judge() {
    return judge;
  }

  ImportThrottle throttle() {
    return throttle;
  }

  IntakeMeters meters() {
    return meters;
  }

  /** What it is at. For any thread. */
  OwnerStatus status() {
    return status;
  }

  /** How many states it holds. For any thread. */
  long held() {
    Ownership current = ownership;
    return current == null ? 0 : current.states().size();
  }

  void restoring(Set<Integer> partitions) {
    status = OwnerStatus.restoring(partitions);
    traffic.owns(partitions);
  }

  void running(Set<Integer> partitions) {
    status = OwnerStatus.running(partitions);
  }

  @Override
  public synchronized void start() {
    going = true;
    Thread fresh = new Thread(this::run, "owner");
    thread = fresh;
    fresh.start();
  }

  @Override
  public synchronized void stop() {
    going = false;
    Ownership current = ownership;
    if (current != null) {
      current.wakeup();
    }
    Thread running = thread;
    if (running != null) {
      LockSupport.unpark(running);
      join(running);
    }
    traffic.close();
    status = OwnerStatus.STOPPED;
  }

  private static void join(Thread running) {
    try {
      running.join(STOP.toMillis());
      if (running.isAlive()) {
        running.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return going;
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (going) {
      long began = System.nanoTime();
      try {
        live();
      } catch (WakeupException | InterruptException e) {
        LOG.debug("the loop was woken");
      } catch (Throwable e) {
        // Errors, too: a thread that died here would leave its partitions owned by nobody at work.
        boolean longLived = System.nanoTime() - began > LAST_PAUSE.toNanos() * 2;
        pause = longLived ? FIRST_PAUSE : pause;
        status = OwnerStatus.failing(e);
        LOG.warn("the loop begins again in {}: {}", pause, e.toString(), e);
        LockSupport.parkNanos(pause.toNanos());
        pause =
            pause.multipliedBy(2).compareTo(LAST_PAUSE) > 0 ? LAST_PAUSE : pause.multipliedBy(2);
      }
    }
  }

  private void live() {
    if (status.phase() != OwnerStatus.Phase.FAILING) {
      status = OwnerStatus.JOINING;
    }
    try (Ownership current = new Ownership(this, clients, () -> going)) {
      ownership = current;
      while (going) {
        current.step();
      }
    } finally {
      ownership = null;
    }
  }
}
