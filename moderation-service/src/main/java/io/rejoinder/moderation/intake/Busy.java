package io.rejoinder.moderation.intake;

import org.jspecify.annotations.Nullable;

/** For how long one thread has worked. Told by that thread, for any to ask. */
final class Busy {

  private volatile Sum sum = new Sum(0, null);

  /** Works, and counts it; not within itself. */
  void during(Runnable work) {
    Sum before = sum;
    sum = new Sum(before.nanos, System.nanoTime());
    try {
      work.run();
    } finally {
      sum = new Sum(nanos(), null);
    }
  }

  /** Of what is done and of what is under way. */
  long nanos() {
    Sum now = sum;
    Long since = now.since;
    return since == null ? now.nanos : now.nanos + System.nanoTime() - since;
  }

  /** What was counted, and when the work under way began. */
  private record Sum(long nanos, @Nullable Long since) {}
}
