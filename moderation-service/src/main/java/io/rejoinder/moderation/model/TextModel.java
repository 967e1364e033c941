package io.rejoinder.moderation.model;

import io.rejoinder.events.comment.Span;
import io.rejoinder.moderation.link.References;
import io.rejoinder.moderation.text.Canonical;
import io.rejoinder.moderation.text.Token;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trained model of texts, for one question. Immutable and threadsafe. */
public final class TextModel {

  /** With this share of known words a text counts in full: what other languages stay below. */
  private static final double ENOUGH_KNOWN = 0.6;

  private final Profile profile;
  private final Vocabulary vocabulary;
  private final Weights weights;
  private final @Nullable Meaning meaning;
  private final Calibration calibration;
  private final Curve curve;

  TextModel(
      Profile profile,
      Vocabulary vocabulary,
      Weights weights,
      @Nullable Meaning meaning,
      Calibration calibration,
      Curve curve) {
    this.profile = profile;
    this.vocabulary = vocabulary;
    this.weights = weights;
    this.meaning = meaning;
    this.calibration = calibration;
    this.curve = curve;
  }

  /** A text as this model reads it, and every other one with the same vocabulary. */
  public Reading read(String text, Canonical canonical, References references) {
    return Reading.of(text, canonical, references, vocabulary);
  }

  /** A text of which nothing is known yet. */
  public Reading read(String text) {
    return read(text, Canonical.of(text), References.in(text));
  }

  /** That the text is positive, calibrated: of texts with 0.8 four in five are. */
  public double probability(String text) {
    return 1 / (1 + StrictMath.exp(-logOdds(read(text))));
  }

  /**
   * What the text says about the question, in nats: the logarithm of the odds, without those of the
   * texts that the model learned from. A text of which it knows few words, as in another language,
   * says less, and one without a known word nothing.
   */
  public double weight(Reading reading) {
    double weight = logOdds(reading) - curve.logOdds();
    return weight * Math.min(1, reading.known() / ENOUGH_KNOWN);
  }

  /**
   * The words that speak most for a positive text, as places in the raw one, at most so many. Empty
   * where the text has markup.
   */
  public List<Span> telling(String raw, Canonical canonical, int most) {
    if (!Markup.textOf(raw).equals(raw)) {
      return List.of();
    }
    return canonical.tokens().stream()
        .map(token -> new Told(token, weightOf(token.of(canonical.text()))))
        .filter(told -> told.weight() > 0)
        .sorted(Comparator.comparingDouble(Told::weight).reversed())
        .limit(most)
        .map(told -> canonical.rawSpan(told.token().start(), told.token().end()))
        .sorted(Comparator.comparingInt(Span::start))
        .toList();
  }

  /** Of a word by itself, not calibrated. */
  private double weightOf(String word) {
    double weight = Features.ofWord(word).dot(profile, weights);
    return meaning == null ? weight : weight + meaning.ofWord(word);
  }

  private record Told(Token token, double weight) {}

  /** The same with what was taught since, in the same nats. */
  public double weight(Reading reading, Delta taught) {
    double weight = weight(reading);
    return taught.equals(Delta.NONE)
        ? weight
        : weight + reading.features().dot(profile, taught) + taught.bias();
  }

  private double logOdds(Reading reading) {
    double score = reading.features().dot(profile, weights) + weights.bias();
    return calibration.logOdds(meaning == null ? score : score + meaning.score(reading.written()));
  }

  /** The weights of the texts that it learned from, each by a model that had not seen it. */
  public Curve curve() {
    return curve;
  }

  /** The text's features as a vector, scaled as this model weighs them. */
  public SparseVector vector(Reading reading) {
    return reading.features().vector(profile);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Writes all but the vocabulary. */
  void write(DataOutput out) throws IOException {
    out.writeUTF(profile.name());
    calibration.write(out);
    curve.write(out);
    weights.write(out);
    out.writeBoolean(meaning != null);
    if (meaning != null) {
      meaning.write(out);
    }
  }

  /** Reads what was written. */
  static TextModel read(DataInput in, Vocabulary vocabulary) throws IOException {
    Profile profile = Profile.valueOf(in.readUTF());
    Calibration calibration = Calibration.read(in);
    Curve curve = Curve.read(in);
    Weights weights = Weights.read(in);
    Meaning meaning = in.readBoolean() ? Meaning.read(in, WordVectors.load()) : null;
    return new TextModel(profile, vocabulary, weights, meaning, calibration, curve);
  }
}
