package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Span;
import io.rejoinder.events.learning.Question;
import io.rejoinder.moderation.learning.Correction;
import io.rejoinder.moderation.learning.ModelId;
import io.rejoinder.moderation.model.Delta;
import io.rejoinder.moderation.model.Reading;
import io.rejoinder.moderation.model.ShippedModel;
import io.rejoinder.moderation.model.TextModel;
import io.rejoinder.moderation.policy.Score;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a learned model says of the text, with what this site's decisions have taught it: a weight,
 * and the words that speak most.
 */
final class Learned implements Screen {

  private static final String SPAM = "model";

  /** What it is called in evidence, by what it is asked. */
  static final Set<String> NAMES = Set.of(SPAM, Score.TOXICITY);

  /** More is certainty that nothing else could speak against: a model has seen too little. */
  private static final double MOST = 8;

  private static final double LEAST = -4;

  /** From here on the words are looked for that it comes from. */
  private static final double TELLING = 0.5;

  private static final int SPANS = 5;
  private static final double DIGITS = 1e3;

  /** Between a model's version and the number of the last example that it was taught. */
  private static final char TAUGHT = '/';

  /** The same in a trial of a model that was not in force: what it would have been taught. */
  private static final char AS_OF = '@';

  private final Question question;
  private final Consulted consulted;

  /** The model for a question, as a screen. */
  Learned(Question question, Consulted consulted) {
    this.question = question;
    this.consulted = consulted;
  }

  @Override
  public String name() {
    return question == Question.SPAM ? SPAM : Score.TOXICITY;
  }

  @Override
  public Map<String, String> look(Subject subject) {
    String version = model(subject.model()).version();
    long number =
        consulted
            .corrections()
            .current(new ModelId(question, version))
            .map(Correction::number)
            .orElse(0L);
    return Map.of("version", version + TAUGHT + number);
  }

  /**
   * Weighs by the model that the values name.
   *
   * @throws ModelGone if it cannot be had any more
   */
  @Override
  public Evidence weigh(Subject subject, Map<String, String> values) {
    String version = Values.text(values, "version");
    int end = Math.max(version.indexOf(TAUGHT), version.indexOf(AS_OF));
    if (end < 0) {
      throw new ModelGone("model " + version);
    }
    ShippedModel file = model(version.substring(0, end));
    TextModel model = question == Question.SPAM ? file.spam() : file.toxicity();
    Reading reading = Readings.of(subject, file);
    double weight = bounded(model.weight(reading, taught(file.version(), version.substring(end))));
    List<Span> spans =
        weight < TELLING ? List.of() : model.telling(subject.raw(), subject.canonical(), SPANS);
    double before = question == Question.SPAM ? Score.SPAM_BEFORE : Score.TOXIC_BEFORE;
    Map<String, String> drawn = new HashMap<>(values);
    drawn.put("probability", Double.toString(rounded(Score.probability(before + weight))));
    return new Evidence(name(), weight, sentence(weight), spans, drawn);
  }

  private ShippedModel model(@Nullable String version) {
    return consulted
        .models()
        .withVersion(version)
        .orElseThrow(() -> new ModelGone("model %s is not here".formatted(version)));
  }

  /**
   * What was taught.
   *
   * @param number of the last example, behind what it means
   */
  private Delta taught(String version, String number) {
    ModelId model = new ModelId(question, version);
    long last = Long.parseLong(number.substring(1));
    if (last == 0) {
      return Delta.NONE;
    }
    Corrections corrections = consulted.corrections();
    return (number.charAt(0) == TAUGHT
            ? corrections.at(model, last)
            : corrections.asOf(model, last))
        .map(correction -> (Delta) correction)
        .orElseThrow(() -> new ModelGone("model " + version + number));
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
