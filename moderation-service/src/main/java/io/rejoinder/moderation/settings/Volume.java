package io.rejoinder.moderation.settings;

/** How much is posted here. Threadsafe, and answers at once. */
@FunctionalInterface
public interface Volume {

  /** Comments that screening decided on, a day, over the last four weeks. */
  double perDay();
}
