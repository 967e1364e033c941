package io.rejoinder.moderation.policy;

import io.rejoinder.events.comment.Author;

/**
 * What is judged.
 *
 * @param text the raw text of the revision
 * @param thread the thread that it answers in
 * @param author who wrote it
 */
public record Matter(String text, String thread, Author author) {}
