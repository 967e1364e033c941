package io.rejoinder.bench.screening;

/**
 * A text that a model gave a probability.
 *
 * @param positive its label
 * @param probability that it is positive, calibrated
 */
record Scored(boolean positive, double probability) {}
