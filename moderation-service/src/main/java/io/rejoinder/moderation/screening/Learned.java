package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Span;
import io.rejoinder.events.learning.Question;
import io.rejoinder.moderation.learning.Correction;
import io.rejoinder.moderation.model.Delta;
import io.rejoinder.moderation.model.Reading;
import io.rejoinder.moderation.model.TextModel;
import io.rejoinder.moderation.policy.Score;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a learned model says of the text, with what this site's decisions have taught it: a weight,
 * and the words that speak most.
 */
final class Learned implements Screen {

  /** More is certainty that nothing else could speak against: a model has seen too little. */
  private static final double MOST = 8;

  private static final double LEAST = -4;

  /** From here on the words are looked for that it comes from. */
  private static final double TELLING = 0.5;

  private static final int SPANS = 5;
  private static final double DIGITS = 1e3;

  private final Question question;
  private final TextModel model;
  private final Consulted consulted;
  private final Readings readings;

  /** The model for a question, as a screen. */
  Learned(Question question, Consulted consulted, Readings readings) {
    this.question = question;
    this.model =
        question == Question.SPAM ? consulted.model().spam() : consulted.model().toxicity();
    this.consulted = consulted;
    this.readings = readings;
  }

  @Override
  public String name() {
    return question == Question.SPAM ? "model" : Score.TOXICITY;
  }

  @Override
  public Map<String, String> look(Subject subject) {
    long number = consulted.corrections().current(question).map(Correction::number).orElse(0L);
    return Map.of("version", consulted.model().version() + "/" + number);
  }

  /**
   * Weighs by the model that the values name.
   *
   * @throws IllegalStateException if it cannot be had any more
   */
  @Override
  public Evidence weigh(Subject subject, Map<String, String> values) {
    Reading reading = readings.of(subject);
    double weight = bounded(model.weight(reading, taught(Values.text(values, "version"))));
    List<Span> spans =
        weight < TELLING ? List.of() : model.telling(subject.raw(), subject.canonical(), SPANS);
    double before = question == Question.SPAM ? Score.SPAM_BEFORE : Score.TOXIC_BEFORE;
    Map<String, String> drawn = new HashMap<>(values);
    drawn.put("probability", Double.toString(rounded(Score.probability(before + weight))));
    return new Evidence(name(), weight, sentence(weight), spans, drawn);
  }

  private Delta taught(String version) {
    String prior = consulted.model().version();
    int slash = version.indexOf('/');
    if (slash < 0 || !version.substring(0, slash).equals(prior)) {
      throw new IllegalStateException("model %s (expected: %s)".formatted(version, prior));
    }
    long number = Long.parseLong(version.substring(slash + 1));
    return number == 0
        ? Delta.NONE
        : consulted
            .corrections()
            .at(question, number)
            .map(correction -> (Delta) correction)
            .orElseThrow(() -> new IllegalStateException("model " + version + " is gone"));
  }

  private static double bounded(double weight) {
    return rounded(Math.max(LEAST, Math.min(MOST, weight)));
  }

  private static double rounded(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }

  private String sentence(double weight) {
    String like = question == Question.SPAM ? "spam" : "abuse";
    if (weight <= -TELLING) {
      return "does not read like " + like;
    }
    if (weight < TELLING) {
      return "may or may not be " + like + " by its words";
    }
    return "reads like %s: %.0f to 1".formatted(like, StrictMath.exp(weight));
  }
}
