package io.rejoinder.review.importing;

/**
 * The text of an element.
 *
 * @param value the text, cut at the bound that it was read with
 * @param length its whole length, in characters
 */
record WxrText(String value, long length) {}
