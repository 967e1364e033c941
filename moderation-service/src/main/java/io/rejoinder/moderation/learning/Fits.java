package io.rejoinder.moderation.learning;

import io.rejoinder.events.learning.Question;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes the corrections of all shipped models of what stands. Pure; threadsafe. */
final class Fits {

  private final Map<Question, Prior> priors;
  private final Map<Question, List<Weighted>> anchors = new EnumMap<>(Question.class);

  Fits(Priors priors) {
    this.priors = priors.byQuestion();
    this.priors.forEach((question, prior) -> anchors.put(question, Anchors.of(prior)));
  }

  /** What stands at a number, of use to the shipped models; empty where it is not known whole. */
  Optional<Map<Question, List<Taught>>> standing(Examples examples, long number) {
    Map<Question, List<Taught>> standing = new EnumMap<>(Question.class);
    for (Question question : priors.keySet()) {
      Optional<List<Taught>> taught = examples.standing(question, prior(question).id(), number);
      if (taught.isEmpty()) {
        return Optional.empty();
      }
      standing.put(question, taught.get());
    }
    return Optional.of(standing);
  }

  /** The corrections by what stands at a number. */
  Map<Question, Correction> of(long number, Map<Question, List<Taught>> standing) {
    Map<Question, Correction> corrections = new EnumMap<>(Question.class);
    standing.forEach((question, taught) -> corrections.put(question, of(question, number, taught)));
    return corrections;
  }

  private Correction of(Question question, long number, List<Taught> taught) {
    String prior = prior(question).id();
    if (taught.isEmpty()) {
      return Correction.none(prior, number);
    }
    List<Weighted> examples = Shares.of(taught);
    examples.addAll(anchors.getOrDefault(question, List.of()));
    return Fit.of(prior, number, examples);
  }

  private Prior prior(Question question) {
    return Objects.requireNonNull(priors.get(question));
  }
}
