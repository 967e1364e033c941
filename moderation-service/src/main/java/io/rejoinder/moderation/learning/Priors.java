package io.rejoinder.moderation.learning;

import io.rejoinder.events.learning.Question;
import java.util.Map;
import java.util.Optional;

/**
 * The shipped models by the question that they answer.
 *
 * @param byQuestion without an entry, nothing is learned of a question
 */
public record Priors(Map<Question, Prior> byQuestion) {
  /** Copies the map. */
  public Priors {
    byQuestion = Map.copyOf(byQuestion);
  }

  /** The model for a question. */
  public Optional<Prior> of(Question question) {
    return Optional.ofNullable(byQuestion.get(question));
  }
}
