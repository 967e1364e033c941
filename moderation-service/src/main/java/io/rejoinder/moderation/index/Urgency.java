package io.rejoinder.moderation.index;

import org.jspecify.annotations.Nullable;

/**
 * How much is gained by deciding a comment now: expected harm times uncertainty. What screening is
 * nearly sure of can wait, either way; what may hurt people, or is seen by readers meanwhile,
 * cannot.
 */
final class Urgency {

  /** Abuse hurts somebody, spam annoys: as the priors of the policy weigh them, by judgement. */
  private static final double TOXIC = 3;

  /** What readers see meanwhile does its harm now. */
  private static final double IN_SIGHT = 2;

  /** Each reader who reported it is taken for a quarter of a certain harm. */
  private static final double VOICE = 0.25;

  /** Below this nothing is: the surest case still comes before what does no harm at all. */
  private static final double LEAST_UNCERTAIN = 0.05;

  /** Where screening has not judged, anything is possible. */
  private static final double UNKNOWN = 0.5;

  private static final double DIGITS = 1e6;

  private Urgency() {}

  /** In millionths, so that it is a whole number to page by; at least 0. */
  static long of(Item item) {
    double spam = known(item.marks().spam());
    double toxic = known(item.marks().toxic());
    double harm = spam + TOXIC * toxic + VOICE * item.voices();
    double wrong = 1 - (1 - spam) * (1 - toxic);
    double uncertain = Math.max(LEAST_UNCERTAIN, 4 * wrong * (1 - wrong));
    boolean called = item.voices() > 0 || (item.decision() != null && item.decision().escalated());
    double sight = item.seen() == null ? 1 : IN_SIGHT;
    return Math.round(harm * sight * (called ? 1 : uncertain) * DIGITS);
  }

  private static double known(@Nullable Double probability) {
    return probability == null ? UNKNOWN : probability;
  }
}
