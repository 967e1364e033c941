package io.rejoinder.moderation.screening;

import io.rejoinder.events.learning.Question;
import io.rejoinder.moderation.learning.Corrections;
import io.rejoinder.moderation.model.ShippedModel;

/**
 * The learned models.
 *
 * @param shipped with the product
 * @param corrections by this site's decisions
 */
record Models(ShippedModel shipped, Corrections corrections) {

  Screen spam(Readings readings) {
    return new Learned(
        "model", "spam", shipped.spam(), readings, () -> corrections.correction(Question.SPAM));
  }

  Screen toxicity(Readings readings) {
    return new Learned(
        "toxicity",
        "abuse",
        shipped.toxicity(),
        readings,
        () -> corrections.correction(Question.TOXICITY));
  }
}
