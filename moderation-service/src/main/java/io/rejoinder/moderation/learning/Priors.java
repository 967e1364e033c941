package io.rejoinder.moderation.learning;

import io.rejoinder.events.learning.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The models that are taught, by the question that they answer: each learns from every decision,
 * whether it is the one in force or not.
 *
 * @param byQuestion without an entry, nothing is learned of a question
 */
public record Priors(Map<Question, List<Prior>> byQuestion) {
  /** Copies the map. */
  public Priors {
    byQuestion = Map.copyOf(byQuestion);
  }

  /** The models for a question. */
  public List<Prior> of(Question question) {
    return byQuestion.getOrDefault(question, List.of());
  }

  /** All of them. */
  Map<ModelId, Prior> byModel() {
    Map<ModelId, Prior> all = new LinkedHashMap<>();
    for (Question question : Question.values()) {
      of(question).forEach(prior -> all.put(new ModelId(question, prior.id()), prior));
    }
    return all;
  }
}
