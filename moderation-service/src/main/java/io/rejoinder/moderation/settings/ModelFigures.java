package io.rejoinder.moderation.settings;

import io.rejoinder.moderation.model.Curve;
import io.rejoinder.moderation.model.ShippedModel;

/**
 * A model as the API lists it ({@code Model} in the OpenAPI document).
 *
 * @param version its name in settings and decisions
 * @param kind shipped, or own
 * @param inForce whether the settings in force name it
 * @param spam what it is worth with spam
 * @param toxicity what it is worth with toxic texts
 */
record ModelFigures(String version, String kind, boolean inForce, Figures spam, Figures toxicity) {

  static ModelFigures of(ShippedModel model, String kind, boolean inForce) {
    return new ModelFigures(
        model.version(),
        kind,
        inForce,
        Figures.of(model.spam().curve()),
        Figures.of(model.toxicity().curve()));
  }

  /**
   * Of the texts that it was made of, each weighed by a model that had not seen it.
   *
   * @param positive texts that are spam, or toxic
   * @param negative texts that are not
   * @param auc how often a positive text weighs more than another; 0.5 by chance
   */
  record Figures(long positive, long negative, double auc) {

    static Figures of(Curve curve) {
      return new Figures(Math.round(curve.positives()), Math.round(curve.negatives()), curve.auc());
    }
  }
}
