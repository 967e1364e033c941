package io.rejoinder.comment.thread;

/**
 * How many readers like a comment.
 *
 * @param likes how many
 * @param tally rises with each change; 0 where nobody ever liked it
 */
public record LikeCount(long likes, long tally) {
  /** Nobody ever did. */
  public static final LikeCount NONE = new LikeCount(0, 0);
}
