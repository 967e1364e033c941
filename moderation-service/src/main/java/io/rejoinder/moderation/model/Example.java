package io.rejoinder.moderation.model;

/**
 * A labelled text to learn from.
 *
 * @param text as it was written, or as its source delivered it
 * @param positive whether it is what is looked for
 * @param source where it came from; texts of one source are set aside together when the model is
 *     tried on what it has not seen
 */
public record Example(String text, boolean positive, String source) {}
