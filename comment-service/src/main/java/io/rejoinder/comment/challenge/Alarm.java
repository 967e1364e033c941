package io.rejoinder.comment.challenge;

import java.time.Clock;
import java.time.Duration;

/**
 * Whether this instance is flooded: counted in steps of ten seconds over the last minute. It comes
 * on with the post that is one too many, and goes off after a quiet time. Threadsafe.
 */
final class Alarm {

  private static final int STEPS = 6;
  private static final long STEP = 10_000;

  private final int perMinute;
  private final long quiet;
  private final Clock clock;
  private final int[] counts = new int[STEPS];
  private long step;
  private long lastLoud;
  private boolean on;

  Alarm(int perMinute, Duration quiet, Clock clock) {
    this.perMinute = perMinute;
    this.quiet = quiet.toMillis();
    this.clock = clock;
    this.step = clock.millis() / STEP;
  }

  /** A post has come, whatever becomes of it; tells whether that changed anything. */
  synchronized boolean count() {
    long now = advance();
    counts[(int) (step % STEPS)]++;
    int posts = lastMinute();
    if (on ? posts * 2 >= perMinute : posts > perMinute) {
      lastLoud = now;
    }
    boolean was = on;
    on = (on || posts > perMinute) && now - lastLoud < quiet;
    return on != was;
  }

  /** Whether it is on. */
  synchronized boolean isOn() {
    return on && advance() - lastLoud < quiet;
  }

  /** How many times as many posts as would set it off came in the last minute; at least 1. */
  synchronized int excess() {
    advance();
    return Math.max(1, lastMinute() / perMinute);
  }

  private int lastMinute() {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  private long advance() {
    long now = clock.millis();
    long current = now / STEP;
    for (long passed = Math.max(step + 1, current - STEPS + 1); passed <= current; passed++) {
      counts[(int) (passed % STEPS)] = 0;
    }
    step = Math.max(step, current);
    return now;
  }
}
