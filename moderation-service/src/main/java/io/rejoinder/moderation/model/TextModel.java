package io.rejoinder.moderation.model;

import java.util.List;

/** A trained model of texts. Immutable and threadsafe. */
public final class TextModel {

  private final Profile profile;
  private final Vocabulary vocabulary;
  private final Linear linear;
  private final Calibration calibration;

  TextModel(Profile profile, Vocabulary vocabulary, Linear linear, Calibration calibration) {
    this.profile = profile;
    this.vocabulary = vocabulary;
    this.linear = linear;
    this.calibration = calibration;
  }

  /** That the text is positive, calibrated: of texts with 0.8 four in five are. */
  public double probability(String text) {
    String plain = Markup.textOf(text);
    List<String> words = Wording.of(plain, vocabulary);
    return calibration.probability(linear.score(Features.of(plain, words, profile)));
  }
}
