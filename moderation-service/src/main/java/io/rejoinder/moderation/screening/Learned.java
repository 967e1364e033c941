package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Span;
import io.rejoinder.moderation.learning.Correction;
import io.rejoinder.moderation.model.Reading;
import io.rejoinder.moderation.model.TextModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a learned model says of the text, with what this site's decisions add to it: its weight, and
 * the words that speak most for it.
 */
final class Learned implements Screen {

  /** More is certainty that nothing else could speak against: a model has seen too little. */
  private static final double MOST = 8;

  private static final double LEAST = -4;

  /** From here on the words are looked for that it comes from. */
  private static final double TELLING = 0.5;

  private static final int SPANS = 5;
  private static final double DIGITS = 1e3;

  /** The value that says what decisions added, so that the evidence can be drawn again. */
  private static final String TAUGHT = "taught";

  private final String name;
  private final String like;
  private final TextModel model;
  private final Readings readings;
  private final Supplier<Optional<Correction>> learned;

  /**
   * A model as a screen.
   *
   * @param name of the screen
   * @param like what a text is like that it speaks against: "spam"
   * @param model what weighs
   * @param readings of the texts
   * @param learned what decisions add to it, and the version of both
   */
  Learned(
      String name,
      String like,
      TextModel model,
      Readings readings,
      Supplier<Optional<Correction>> learned) {
    this.name = name;
    this.like = like;
    this.model = model;
    this.readings = readings;
    this.learned = learned;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Map<String, String> look(Subject subject) {
    Reading reading = readings.of(subject);
    Map<String, String> values = new HashMap<>();
    learned
        .get()
        .ifPresent(
            correction -> {
              double taught = correction.of(weights -> model.dot(reading, weights));
              values.put("version", correction.version());
              values.put(TAUGHT, Double.toString(rounded(taught)));
            });
    return values;
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> values) {
    Reading reading = readings.of(subject);
    double taught = Double.parseDouble(values.getOrDefault(TAUGHT, "0"));
    double weight = bounded(model.weight(reading) + taught);
    List<Span> spans =
        weight < TELLING ? List.of() : model.telling(subject.raw(), subject.canonical(), SPANS);
    Map<String, String> drawn = new HashMap<>(values);
    drawn.put("weight", Double.toString(weight));
    return new Evidence(name, weight, sentence(weight, taught), spans, drawn);
  }

  private static double bounded(double weight) {
    return rounded(Math.max(LEAST, Math.min(MOST, weight)));
  }

  private static double rounded(double weight) {
    return Math.round(weight * DIGITS) / DIGITS;
  }

  private String sentence(double weight, double taught) {
    return sentence(weight) + (Math.abs(taught) < TELLING ? "" : ", as moderators taught");
  }

  private String sentence(double weight) {
    if (weight <= -TELLING) {
      return "does not read like " + like;
    }
    if (weight < TELLING) {
      return "may or may not be " + like + " by its words";
    }
    return "reads like " + like + ", %.0f times as often as not".formatted(Math.exp(weight));
  }
}
