package io.rejoinder.events.learning;

import java.util.Objects;

/**
 * One answer to one question, with the text as its model sees it.
 *
 * @param question what was answered
 * @param positive whether it is spam, or toxic
 * @param model the version of the model whose features these are
 * @param prior what that model alone says of the text: the logarithm of the odds that it is
 *     positive, in nats
 * @param vector the text's hashed features: Base64 of 32-bit big-endian numbers in rising order,
 *     the place in the upper 24 bits, its value's code in the lower 8
 */
public record Lesson(
    Question question, boolean positive, String model, double prior, String vector) {
  /** Checks that all is there. */
  public Lesson {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(vector, "vector");
  }
}
