package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import java.util.Map;

/**
 * One look at a revision, in two steps: what it must know of the traffic is drawn, and then weighed
 * together with the text. The second step is a pure function, so that a decision can be drawn again
 * from the values that its evidence carries.
 *
 * <p>Called in one thread at a time; what it keeps of the traffic is bounded, expires, and is safe
 * to be told of by other threads.
 */
interface Screen {

  /** Its name in evidence. */
  String name();

  /** What it knows of the traffic at this moment; empty for one that looks at the text alone. */
  default Map<String, String> look(Subject subject) {
    return Map.of();
  }

  /**
   * What it found, with weight 0 where it found nothing. The same subject, values and lists give
   * the same evidence, at any time; its values contain all that were given.
   *
   * @param values as {@link #look} gave them
   */
  Evidence weigh(Subject subject, Map<String, String> values);

  /** Draws and weighs. */
  default Evidence examine(Subject subject) {
    return weigh(subject, look(subject));
  }

  /** Takes note of a comment, the same one any number of times. */
  default void observe(Subject subject) {}

  /** Takes note of what a person decided, or took back; the same any number of times. */
  default void decided(Decided decided) {}
}
