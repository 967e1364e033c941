package io.rejoinder.moderation.learning;

/**
 * An example as it is fitted.
 *
 * @param positive whether it is what is looked for
 * @param prior the log-odds that the shipped model alone gives it, in nats
 * @param vector as {@link Packed} has it
 * @param weight 1 for one decision that counts in full
 */
@SuppressWarnings("ArrayRecordComponent") // Read in inner loops, compared by nobody.
record Weighted(boolean positive, double prior, int[] vector, double weight) {}
