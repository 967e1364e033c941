package io.rejoinder.events.settings;

/**
 * Probabilities from which on something happens to a comment; above 1 for never.
 *
 * @param hold that it is spam: it waits
 * @param reject that it is spam: it is rejected; at least {@code hold}
 * @param toxic that it is toxic: it waits
 */
public record Thresholds(double hold, double reject, double toxic) {}
