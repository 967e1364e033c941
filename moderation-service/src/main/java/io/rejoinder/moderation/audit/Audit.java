package io.rejoinder.moderation.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps one instance writing the chain for as long as there is one. Whatever ends a {@linkplain
 * Shift shift} begins another after 2 s: decisions wait in their topic meanwhile.
 */
final class Audit implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration STOP = Duration.ofSeconds(10);

  private final AuditClients clients;
  private final Counter written;
  private volatile boolean going;
  private volatile long length;
  private volatile @Nullable Long brokenAt;
  private volatile @Nullable String failure;
  private volatile @Nullable Shift shift;
  private @Nullable Thread thread;

  Audit(AuditClients clients, MeterRegistry meters) {
    this.clients = clients;
    this.written = meters.counter("rejoinder.audit.written");
    Gauge.builder("rejoinder.audit.length", this, audit -> audit.length)
        .description("entries of the chain, on the instance that writes it")
        .register(meters);
  }

  /** Entries were read or committed. */
  void stands(Chain chain, int fresh) {
    written.increment(fresh);
    length = chain.length();
    failure = null;
    if (brokenAt == null && chain.brokenAt().isPresent()) {
      LOG.error("the audit's entry {} is not what was written there", chain.brokenAt().get());
    }
    brokenAt = chain.brokenAt().orElse(null);
  }

  /** The entry at which the chain is broken. */
  Optional<Long> brokenAt() {
    return Optional.ofNullable(brokenAt);
  }

  /** Why it cannot write at present. */
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  long length() {
    return length;
  }

  @Override
  public synchronized void start() {
    going = true;
    Thread fresh = new Thread(this::run, "audit");
    thread = fresh;
    fresh.start();
  }

  private void run() {
    while (going) {
      try (Shift current = new Shift(this, clients)) {
        shift = current;
        while (going && current.step()) {
          // Until it is another's turn.
        }
      } catch (WakeupException | InterruptException e) {
        LOG.debug("the audit was woken");
      } catch (Exception e) {
        failure = e.toString();
        LOG.warn("the audit begins again in {}: {}", PAUSE, e.toString());
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
