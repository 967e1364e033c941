package io.rejoinder.review.review;

import io.rejoinder.events.comment.ThreadId;

/**
 * What became of a draft or a change; the broker has acknowledged it.
 *
 * @param id the review
 * @param slug the last part of its address
 * @param version the version that holds it
 * @param outcome what was done
 */
public record Written(ThreadId id, String slug, long version, Outcome outcome) {

  /** What was done. */
  public enum Outcome {
    /** It is new. */
    CREATED,
    /** It was known and differs now. */
    UPDATED,
    /** It was known and is the same. */
    UNCHANGED
  }
}
