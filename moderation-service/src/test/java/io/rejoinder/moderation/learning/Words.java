package io.rejoinder.moderation.learning;

import io.rejoinder.events.learning.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A model that sees words, and thinks one of 20 texts spam whatever they are. */
record Words(String id) implements Prior {

  private static final double LOG_ODDS = -3;

  static final Priors PRIORS = new Priors(Map.of(Question.SPAM, List.of(new Words("words-1"))));

  /** The same for both questions. */
  static final Priors BOTH =
      new Priors(
          Map.of(
              Question.SPAM, List.of(new Words("words-1")),
              Question.TOXICITY, List.of(new Words("insults-1"))));

  @Override
  public Reading read(String text) {
    int[] places =
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\W+"))
            .mapToInt(word -> (word.hashCode() * 0x9E3779B1) >>> 12)
            .distinct()
            .sorted()
            .toArray();
    float[] values = new float[places.length];
    Arrays.fill(values, (float) (1 / Math.sqrt(places.length)));
    return new Reading(places, values, LOG_ODDS);
  }

  /** The odds' logarithm with a correction. */
  static double corrected(Correction correction, String text) {
    Reading reading = new Words("").read(text);
    return reading.logOdds() + correction.of(reading.places(), reading.values());
  }
}
