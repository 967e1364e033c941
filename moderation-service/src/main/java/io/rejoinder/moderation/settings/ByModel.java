package io.rejoinder.moderation.settings;

import io.rejoinder.events.settings.Targets;
import io.rejoinder.events.settings.Thresholds;
import io.rejoinder.moderation.model.Models;
import io.rejoinder.moderation.model.ShippedModel;
import io.rejoinder.moderation.policy.Expectations;
import io.rejoinder.moderation.problem.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to expect of each model's word, by its own calibration. Threadsafe. */
final class ByModel implements OperatingPoints {

  private final Models models;

  ByModel(Models models) {
    this.models = models;
  }

  /**
   * What to expect of a model.
   *
   * @param version null for the shipped one
   * @throws Problem if it is not here
   */
  Expectations expectations(@Nullable String version) {
    ShippedModel model =
        models
            .withVersion(version)
            .orElseThrow(
                () -> {
                  Faults faults = new Faults();
                  faults.model(version, models.own());
                  return faults.problem();
                });
    return new Expectations(model.spam().curve(), model.toxicity().curve());
  }

  @Override
  public Thresholds from(Targets targets, @Nullable String model) {
    return expectations(model).thresholds(targets);
  }

  @Override
  public Set<String> models() {
    return models.own();
  }

  /**
   * All models, the shipped one first.
   *
   * @param inForce the one that the settings in force name; null for the shipped one
   */
  List<ModelFigures> all(@Nullable String inForce) {
    ShippedModel shipped = models.shipped();
    return models.all().stream()
        .map(
            model ->
                model == shipped
                    ? ModelFigures.of(model, "shipped", inForce == null)
                    : ModelFigures.of(model, "own", model.version().equals(inForce)))
        .toList();
  }
}
