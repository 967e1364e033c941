package io.rejoinder.moderation.window;

import io.rejoinder.events.comment.CommentId;

/**
 * One comment, as a window remembers it.
 *
 * @param comment the comment, see {@link #keyOf}
 * @param author a hash of its author
 * @param thread a hash of its thread
 * @param mark what the window's owner notes of it
 * @param at when it was written, in ms since 1970
 */
public record Sighting(long comment, int author, int thread, long mark, long at) {

  private static final int HALF = 16;
  private static final int HEXADECIMAL = 16;

  /** Both halves of a comment's id in one: 64 bits are enough to tell a window's comments apart. */
  public static long keyOf(CommentId comment) {
    String digits = comment.value();
    return Long.parseUnsignedLong(digits, 0, HALF, HEXADECIMAL)
        ^ Long.parseUnsignedLong(digits, HALF, digits.length(), HEXADECIMAL);
  }

  /** The same with another mark. */
  public Sighting marked(long other) {
    return new Sighting(comment, author, thread, other, at);
  }
}
