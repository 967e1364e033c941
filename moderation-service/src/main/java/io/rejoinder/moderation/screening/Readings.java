package io.rejoinder.moderation.screening;

import io.rejoinder.moderation.model.Reading;
import io.rejoinder.moderation.model.ShippedModel;
import io.rejoinder.moderation.text.Canonical;

/**
 * Reads each text once for both questions: each thread remembers its last, so that a trial does not
 * disturb live screening.
 */
final class Readings {

  private static final ThreadLocal<Last> LAST = new ThreadLocal<>();

  private Readings() {}

  /** The subject as a model reads it. */
  static Reading of(Subject subject, ShippedModel model) {
    Last last = LAST.get();
    if (last != null && last.model == model && last.canonical == subject.canonical()) {
      return last.reading;
    }
    Reading reading = model.spam().read(subject.raw(), subject.canonical(), subject.references());
    LAST.set(new Last(model, subject.canonical(), reading));
    return reading;
  }

  private record Last(ShippedModel model, Canonical canonical, Reading reading) {}
}
