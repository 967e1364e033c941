package io.rejoinder.moderation.learning;

/** A model that ships with the product, as far as it is corrected here. Threadsafe. */
public interface Prior {

  /** Names features and weights: whenever either changes, another. */
  String id();

  /** The text as the model sees it; the same text gives the same reading, bit for bit. */
  Reading read(String text);

  /**
   * A text's features.
   *
   * @param places below {@link Correction#DIMENSIONS}, each once
   * @param values of these places
   * @param logOdds that the text is positive, in nats, by the model alone
   */
  @SuppressWarnings("ArrayRecordComponent") // Read in inner loops, compared by nobody.
  record Reading(int[] places, float[] values, double logOdds) {}
}
