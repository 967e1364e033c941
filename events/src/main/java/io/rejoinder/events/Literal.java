package io.rejoinder.events;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * A quick look into values that are not read, for those who want few of many. Within a JSON text
 * quotation marks are escaped, so a literal with its quotation marks is found as a name or a value
 * only. Threadsafe.
 *
 * <p>Horspool's search: from the end of the literal backwards, and on by as much as the last byte
 * looked at allows, most often by all of its length.
 */
public final class Literal {

  private final byte[] text;
  private final int[] onBy = new int[256];

  /**
   * A literal.
   *
   * @param text ASCII, not empty, such as {@code "moderator"} with its quotation marks
   */
  public Literal(String text) {
    this.text = text.getBytes(US_ASCII);
    int last = this.text.length - 1;
    Arrays.fill(onBy, this.text.length);
    for (int i = 0; i < last; i++) {
      onBy[this.text[i] & 0xFF] = last - i;
    }
  }

  /** Whether a value has it in it. */
  public boolean in(byte[] value) {
    int last = text.length - 1;
    int at = last;
    while (at < value.length) {
      int i = last;
      while (i >= 0 && value[at - last + i] == text[i]) {
        i--;
      }
      if (i < 0) {
        return true;
      }
      at += onBy[value[at] & 0xFF];
    }
    return false;
  }
}
