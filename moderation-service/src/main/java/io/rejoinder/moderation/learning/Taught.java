package io.rejoinder.moderation.learning;

import io.rejoinder.events.comment.By;

/**
 * An answer to one question that stands.
 *
 * @param kind moderator or import
 * @param source whose decision it is
 * @param positive whether it is spam, or toxic
 * @param prior the log-odds that the shipped model alone gave it, in nats
 * @param vector as {@link Packed} has it
 */
@SuppressWarnings("ArrayRecordComponent") // Read in inner loops, compared by nobody.
record Taught(By.Kind kind, String source, boolean positive, double prior, int[] vector) {}
