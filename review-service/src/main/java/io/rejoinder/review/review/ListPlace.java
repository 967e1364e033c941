package io.rejoinder.review.review;

import io.rejoinder.events.comment.ThreadId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A place in the list of reviews: newest first, equal times by id. As a key of a page it is written
 * {@code <milliseconds>.<id>}.
 *
 * @param publishedAt the review's time
 * @param id the review
 */
public record ListPlace(Instant publishedAt, ThreadId id) {

  /** The place that a key names; empty for a text that is not a key. */
  public static Optional<ListPlace> parse(String key) {
    int dot = key.indexOf('.');
    if (dot < 1) {
      return Optional.empty();
    }
    try {
      Instant at = Instant.ofEpochMilli(Long.parseLong(key.substring(0, dot)));
      return Optional.of(new ListPlace(at, new ThreadId(key.substring(dot + 1))));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The key that {@link #parse} reads. */
  public String key() {
    return publishedAt.toEpochMilli() + "." + id;
  }
}
