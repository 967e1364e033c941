package io.rejoinder.moderation.learning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a model would have been taught by the time of a decision, had it been here then: for trials
 * of a model on decisions that another one took part in. Threadsafe.
 */
final class Hindsight {

  /**
   * Examples between corrections: one every two or three hours of a moderator's work, and at most
   * 64 fits over the window.
   */
  static final int APART = 128;

  private final Fits fits;
  private final Examples examples;
  private final Map<ModelId, Correction> last = new ConcurrentHashMap<>();

  /** By these examples, which are their own lock. */
  Hindsight(Fits fits, Examples examples) {
    this.fits = fits;
    this.examples = examples;
  }

  /**
   * The correction by the examples up to a number, rounded down to a multiple of {@value #APART}.
   *
   * @return empty where the model is not here
   */
  Optional<Correction> of(ModelId model, long number) {
    return fits.knows(model) ? Optional.of(made(model, number - number % APART)) : Optional.empty();
  }

  private Correction made(ModelId model, long number) {
    Correction made = last.get(model);
    if (made == null || made.number() != number) {
      List<Taught> taught;
      synchronized (examples) {
        taught = examples.asOf(model, number);
      }
      made = fits.of(model, number, taught);
      last.put(model, made);
    }
    return made;
  }
}
