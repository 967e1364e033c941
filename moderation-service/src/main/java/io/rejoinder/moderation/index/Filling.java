package io.rejoinder.moderation.index;

/** Whether the index can be asked what there is not. */
@FunctionalInterface
public interface Filling {

  /** Whether everything is found that the log held at the start. */
  boolean caughtUp();
}
