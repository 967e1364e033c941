package io.rejoinder.moderation.link;

import io.rejoinder.events.comment.Span;

/**
 * A telephone number in a text.
 *
 * @param span its place in the raw text
 * @param number digits alone, with a + before an international one
 */
public record Phone(Span span, String number) {}
