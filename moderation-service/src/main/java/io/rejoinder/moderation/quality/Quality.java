package io.rejoinder.moderation.quality;

import io.rejoinder.events.comment.CommentState;
import io.rejoinder.moderation.policy.Fallback;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of automatic decisions, and what follows from them: whether comments may be rejected
 * without a person. Until the log was read to where it ended at the start, they may. Threadsafe.
 */
final class Quality implements Fallback {

  private static final Logger LOG = LoggerFactory.getLogger(Quality.class);
  private static final long SECONDS_OF_A_DAY = 86_400;

  private final Cases cases = new Cases();
  private final DoubleSupplier target;
  private final Clock clock;
  private volatile Report report;

  /**
   * Figures of nothing yet.
   *
   * @param target the precision that automatic rejection has to have
   * @param clock the time
   */
  Quality(DoubleSupplier target, Clock clock) {
    this.target = target;
    this.clock = clock;
    this.report = Report.of(cases, target.getAsDouble(), clock.instant());
  }

  /** From when on states are needed. */
  Instant beginning() {
    return clock.instant().minus(Duration.ofDays(Cases.DAYS));
  }

  /** Whether a comment counts though no person has a part in it; its id as the key of a record. */
  boolean counts(byte[] id) {
    return cases.counts(id);
  }

  /** Takes note of a comment's newest state. */
  void seen(CommentState state) {
    cases.put(state.id(), Case.of(state));
  }

  /** Makes all figures anew. */
  void measure() {
    Instant now = clock.instant();
    cases.forgetBefore(Math.floorDiv(now.getEpochSecond(), SECONDS_OF_A_DAY) - Cases.DAYS + 1);
    @Nullable String before = paused();
    report = Report.of(cases, target.getAsDouble(), now);
    @Nullable String after = paused();
    if (before == null && after != null) {
      LOG.warn("automatic rejection is paused: {}", after);
    } else if (before != null && after == null) {
      LOG.info("automatic rejection goes on");
    }
  }

  /** Comments that screening decided on, a day, in the days of the report. */
  double perDay() {
    Report current = report;
    long decided = current.decisions().values().stream().mapToLong(Long::longValue).sum();
    return (double) decided / current.days();
  }

  /** The newest figures. */
  Report report() {
    return report;
  }

  @Override
  public @Nullable String paused() {
    return report.rejection().paused();
  }
}
