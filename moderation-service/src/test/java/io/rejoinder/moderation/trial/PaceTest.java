package io.rejoinder.moderation.trial;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rejoinder.moderation.intake.LiveLoad;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long MILLI = MILLISECONDS.toNanos(1);

  /** Live screening on a clock of its own: busy for a share of the time, with some that wait. */
  private static final class Service implements LiveLoad, Pace.Time {
    private double busyShare;
    private long waitsUntil;
    private long now = 1;
    private double busy;

    @Override
    public long waiting() {
      return now < waitsUntil ? 1 : 0;
    }

    @Override
    public long busyNanos() {
      return (long) busy;
    }

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public void sleep(long nanos) {
      now += nanos;
      busy += nanos * busyShare;
    }
  }

  private final Service service = new Service();
  private final Pace pace = new Pace(service, service);

  /** The share of ten seconds in which it works, in pieces of 10 ms. */
  private double worked() {
    long until = service.now + 10_000 * MILLI;
    long worked = 0;
    while (service.now < until) {
      service.sleep(10 * MILLI);
      worked += 10 * MILLI;
      pace.rest(() -> true);
    }
    return worked / (10_000.0 * MILLI);
  }

  @Test
  void worksAllTheTimeBesideAnIdleService() {
    assertThat(worked()).isEqualTo(1);
    assertThat(pace.duty()).isEqualTo(1);
  }

  @Test
  void worksLessTheBusierLiveScreeningIs() {
    service.busyShare = 0.25;
    assertThat(worked()).isCloseTo(0.5, within(0.08));
    service.busyShare = 0.8;
    assertThat(worked()).isCloseTo(Pace.LEAST, within(0.02));
    assertThat(pace.duty()).isEqualTo(Pace.LEAST);
    service.busyShare = 0;
    assertThat(worked()).isGreaterThan(0.95);
  }

  @Test
  void pausesWhileLiveCommentsWait() {
    service.waitsUntil = service.now + 3_000 * MILLI;
    service.sleep(10 * MILLI);
    pace.rest(
        () -> {
          assertThat(pace.duty()).isZero();
          return true;
        });
    assertThat(service.now).isBetween(service.waitsUntil, service.waitsUntil + 20 * MILLI);
  }

  @Test
  void ofARestThatIsLongNothingIsLeftOnceTheLoadIsGone() {
    service.busyShare = 1;
    worked();
    service.sleep(1_000 * MILLI);
    service.busyShare = 0;
    long ended = service.now;
    pace.rest(() -> true);
    assertThat(service.now - ended).isLessThan(600 * MILLI);
  }

  @Test
  void pauseEndsWhenTheTrialIsStopped() {
    service.waitsUntil = Long.MAX_VALUE;
    pace.rest(() -> service.now < 500 * MILLI);
    assertThat(service.now).isLessThan(600 * MILLI);
  }
}
