package io.rejoinder.moderation.learning;

import io.rejoinder.moderation.model.ShippedModel;
import io.rejoinder.moderation.model.SparseVector;
import io.rejoinder.moderation.model.TextModel;
import io.rejoinder.moderation.policy.Score;

/**
 * A model that ships, as learning sees it.
 *
 * @param id the version of what ships
 * @param model for one question
 * @param before the logarithm of the odds before the text is read
 */
record ShippedPrior(String id, TextModel model, double before) implements Prior {

  static Prior spam(ShippedModel shipped) {
    return new ShippedPrior(shipped.version(), shipped.spam(), Score.SPAM_BEFORE);
  }

  static Prior toxicity(ShippedModel shipped) {
    return new ShippedPrior(shipped.version(), shipped.toxicity(), Score.TOXIC_BEFORE);
  }

  @Override
  public Reading read(String text) {
    io.rejoinder.moderation.model.Reading reading = model.read(text);
    SparseVector vector = model.vector(reading);
    return new Reading(vector.places(), vector.values(), before + model.weight(reading));
  }
}
