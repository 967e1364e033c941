package io.rejoinder.moderation.learning;

import io.rejoinder.events.learning.Question;

/**
 * A model that decisions teach.
 *
 * @param question that it answers
 * @param version of the file that it comes from
 */
public record ModelId(Question question, String version) {}
