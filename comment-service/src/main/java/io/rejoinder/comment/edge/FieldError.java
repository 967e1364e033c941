package io.rejoinder.comment.edge;

/**
 * What was wrong with one field. The measure is told, never the content.
 *
 * @param field the field's or header's name, nested ones with a dot
 * @param value the measure of what was sent: {@code length 5012}
 * @param bound what would have been taken: {@code 1..5000 code points}
 */
public record FieldError(String field, String value, String bound) {}
