package io.rejoinder.moderation.intake;

/** What the loop of this instance has to do. Threadsafe, and answers at once. */
public interface LiveLoad {

  /** Live commands that wait behind the batch at hand, by the last poll. */
  long waiting();

  /** Nanoseconds that the loop has worked so far, those of the batch at hand included. */
  long busyNanos();
}
