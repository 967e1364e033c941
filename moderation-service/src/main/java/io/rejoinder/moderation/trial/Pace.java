package io.rejoinder.moderation.trial;

import io.rejoinder.moderation.intake.LiveLoad;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How fast a trial may go beside live screening, by what that does. All the time while it is idle;
 * the busier, the less, down to {@value #LEAST} of its time; not at all while live comments wait.
 *
 * <p>{@link #rest} is for one thread, {@link #duty} for any.
 */
final class Pace {

  /** A trial on a busy site ends some time, and takes a twentieth of a core until then. */
  static final double LEAST = 0.05;

  /**
   * From here on live screening is busy, as a share of the time of its one thread. Above a half it
   * queues: what comes then waits for longer than it takes.
   */
  static final double BUSY = 0.5;

  /** The share is taken over at least as long: some tens of the loop's polls under load. */
  private static final Duration MEASURED = Duration.ofMillis(250);

  /** How often a trial that rests looks again. */
  private static final Duration LOOK = Duration.ofMillis(20);

  private final LiveLoad live;
  private final Time time;
  private long measuredAt;
  private long busyThen;
  private double share;
  private long began;
  private volatile double duty = 1;

  /** Beside this work. */
  Pace(LiveLoad live) {
    this(live, Time.SYSTEM);
  }

  /** Beside this work, by this clock. */
  Pace(LiveLoad live, Time time) {
    this.live = live;
    this.time = time;
    measuredAt = time.nanos();
    busyThen = live.busyNanos();
    began = measuredAt;
  }

  /** The share of its time in which a trial works now: 1 beside an idle service, 0 in a pause. */
  double duty() {
    return duty;
  }

  /**
   * Rests after a piece of work, which began when the last rest ended.
   *
   * @param going whether the trial is to go on; asked every 20 ms
   */
  void rest(BooleanSupplier going) {
    long ended = time.nanos();
    long worked = ended - began;
    look();
    double left = left(worked, ended);
    while (left > 0 && going.getAsBoolean()) {
      time.sleep((long) Math.ceil(Math.min(left, (double) LOOK.toNanos())));
      look();
      left = left(worked, ended);
    }
    began = time.nanos();
  }

  /** What is left of the rest, in nanoseconds. */
  private double left(long worked, long ended) {
    return duty == 0 ? Double.MAX_VALUE : worked * (1 / duty - 1) - (time.nanos() - ended);
  }

  private void look() {
    long now = time.nanos();
    if (now - measuredAt >= MEASURED.toNanos()) {
      long busy = live.busyNanos();
      share = (double) (busy - busyThen) / (now - measuredAt);
      measuredAt = now;
      busyThen = busy;
    }
    duty = live.waiting() > 0 ? 0 : Math.max(LEAST, 1 - share * (1 - LEAST) / BUSY);
  }

  /** A clock that can be waited for. */
  interface Time {
    Time SYSTEM =
        new Time() {
          @Override
          public long nanos() {
            return System.nanoTime();
          }

          @Override
          public void sleep(long nanos) {
            LockSupport.parkNanos(nanos);
          }
        };

    long nanos();

    void sleep(long nanos);
  }
}
