package io.rejoinder.moderation.learning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes the corrections of all models of what stands. Pure; threadsafe. */
final class Fits {

  private final Map<ModelId, Prior> priors;
  private final Map<ModelId, List<Weighted>> anchors = new HashMap<>();

  Fits(Priors priors) {
    this.priors = priors.byModel();
    this.priors.forEach((model, prior) -> anchors.put(model, Anchors.of(prior)));
  }

  boolean knows(ModelId model) {
    return priors.containsKey(model);
  }

  /** What stands at a number, of use to the models; empty where it is not known whole. */
  Optional<Map<ModelId, List<Taught>>> standing(Examples examples, long number) {
    Map<ModelId, List<Taught>> standing = new HashMap<>();
    for (ModelId model : priors.keySet()) {
      Optional<List<Taught>> taught = examples.standing(model, number);
      if (taught.isEmpty()) {
        return Optional.empty();
      }
      standing.put(model, taught.get());
    }
    return Optional.of(standing);
  }

  /** The corrections by what stands at a number. */
  Map<ModelId, Correction> of(long number, Map<ModelId, List<Taught>> standing) {
    Map<ModelId, Correction> corrections = new HashMap<>();
    standing.forEach((model, taught) -> corrections.put(model, of(model, number, taught)));
    return corrections;
  }

  /** The correction of one model by what stands at a number. */
  Correction of(ModelId model, long number, List<Taught> taught) {
    String prior = Objects.requireNonNull(priors.get(model)).id();
    if (taught.isEmpty()) {
      return Correction.none(prior, number);
    }
    List<Weighted> examples = Shares.of(taught);
    examples.addAll(anchors.getOrDefault(model, List.of()));
    return Fit.of(prior, number, examples);
  }
}
