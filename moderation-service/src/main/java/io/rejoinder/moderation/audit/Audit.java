package io.rejoinder.moderation.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Topics;
import io.rejoinder.moderation.scribe.Scribe;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps the chain of human decisions, and tells how it stands. */
final class Audit implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
  private static final String GROUP = "moderation-service.audit";

  private final Scribe scribe;
  private final Counter written;
  private volatile long length;
  private volatile @Nullable Long brokenAt;

  /**
   * An audit.
   *
   * @param kafka what every client needs: the broker's address and credentials
   */
  Audit(Map<String, Object> kafka, MeterRegistry meters) {
    this.scribe = new Scribe(Topics.AUDITED, GROUP, kafka, () -> new AuditLedger(this));
    this.written = meters.counter("rejoinder.audit.written");
    Gauge.builder("rejoinder.audit.length", this, audit -> audit.length)
        .description("entries of the chain, on the instance that writes it")
        .register(meters);
  }

  /** Entries were read or committed. */
  void stands(Chain chain, int fresh) {
    written.increment(fresh);
    length = chain.length();
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
    return scribe.failure();
  }

  long length() {
    return length;
  }

  @Override
  public void start() {
    scribe.start();
  }

  @Override
  public void stop() {
    scribe.stop();
  }

  @Override
  public boolean isRunning() {
    return scribe.isRunning();
  }
}
