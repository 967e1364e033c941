package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Span;
import io.rejoinder.moderation.model.Reading;
import io.rejoinder.moderation.model.TextModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a learned model says of the text: its weight, and the words that speak most for it. */
final class Learned implements Screen {

  /** More is certainty that nothing else could speak against: a model has seen too little. */
  private static final double MOST = 8;

  private static final double LEAST = -4;

  /** From here on the words are looked for that it comes from. */
  private static final double TELLING = 0.5;

  private static final int SPANS = 5;
  private static final double DIGITS = 1e3;

  private final String name;
  private final String like;
  private final TextModel model;
  private final Readings readings;
  private final Map<String, String> version;

  /**
   * A model as a screen.
   *
   * @param name of the screen
   * @param like what a text is like that it speaks against: "spam"
   * @param model what weighs
   * @param readings of the texts
   * @param version of the model
   */
  Learned(String name, String like, TextModel model, Readings readings, String version) {
    this.name = name;
    this.like = like;
    this.model = model;
    this.readings = readings;
    this.version = Map.of("version", version);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Map<String, String> look(Subject subject) {
    return version;
  }

  @Override
  public Evidence weigh(Subject subject, Map<String, String> values) {
    Reading reading = readings.of(subject);
    double weight = bounded(model.weight(reading));
    List<Span> spans =
        weight < TELLING ? List.of() : model.telling(subject.raw(), subject.canonical(), SPANS);
    Map<String, String> drawn = new HashMap<>(values);
    drawn.put("weight", Double.toString(weight));
    return new Evidence(name, weight, sentence(weight), spans, drawn);
  }

  private static double bounded(double weight) {
    return Math.round(Math.max(LEAST, Math.min(MOST, weight)) * DIGITS) / DIGITS;
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
