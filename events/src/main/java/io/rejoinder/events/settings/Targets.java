package io.rejoinder.events.settings;

/**
 * What a site wants of automatic decisions, as shares between 0 and 1.
 *
 * @param rejectPrecision of the comments that are rejected without a person, how many deserve it at
 *     least; 1 for no automatic rejection at all
 * @param honestHeld of the honest comments, how many may be held at most
 * @param toxicHeld of the comments that are not toxic, how many may be held as toxic at most; 0 for
 *     no look at toxicity
 */
public record Targets(double rejectPrecision, double honestHeld, double toxicHeld) {}
