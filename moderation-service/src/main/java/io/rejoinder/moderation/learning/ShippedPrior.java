package io.rejoinder.moderation.learning;

import io.rejoinder.events.learning.Question;
import io.rejoinder.moderation.model.Reading;
import io.rejoinder.moderation.model.ShippedModel;
import io.rejoinder.moderation.model.SparseVector;
import io.rejoinder.moderation.model.TextModel;
import io.rejoinder.moderation.policy.Score;
import io.rejoinder.moderation.text.Canonical;
import java.util.Map;

/**
 * A model of the build. What is corrected is what the policy would make of its word alone.
 *
 * @param id the shipped version
 * @param model for one question
 * @param before the policy's log-odds before anything is known
 */
record ShippedPrior(String id, TextModel model, double before) implements Prior {

  static Priors of(ShippedModel shipped) {
    String id = shipped.version();
    return new Priors(
        Map.of(
            Question.SPAM,
            new ShippedPrior(id, shipped.spam(), Score.SPAM_BEFORE),
            Question.TOXICITY,
            new ShippedPrior(id, shipped.toxicity(), Score.TOXIC_BEFORE)));
  }

  @Override
  public Vector read(String text) {
    Reading reading = model.read(text, Canonical.of(text));
    SparseVector sparse = model.vector(reading);
    int[] places = new int[sparse.size()];
    float[] values = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = sparse.index(i);
      values[i] = sparse.value(i);
    }
    return new Vector(places, values, before + model.weight(reading));
  }
}
