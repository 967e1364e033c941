package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;

/**
 * One look at a revision. Called in one thread at a time; what it keeps of the traffic is bounded,
 * expires, and is safe to be told of by other threads.
 */
interface Screen {

  /** Its name in evidence. */
  String name();

  /**
   * What it found, with weight 0 where it found nothing. The weight is on the policy's scale: 1 is
   * reason enough to hold a comment.
   */
  Evidence examine(Subject subject);

  /** Takes note of a comment, the same one any number of times. */
  default void observe(Subject subject) {}
}
