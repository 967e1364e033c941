package io.rejoinder.review.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review in a list.
 *
 * @param place its place in the order of the list
 * @param slug the last part of its address
 * @param title plain text
 * @param film the film
 * @param critic the critic's name
 * @param summary its first words, plain text
 */
public record ListedReview(
    ListPlace place,
    String slug,
    String title,
    @Nullable String film,
    String critic,
    String summary) {

  /** When it was published. */
  public Instant publishedAt() {
    return place.publishedAt();
  }
}
