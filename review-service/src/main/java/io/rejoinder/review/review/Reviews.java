package io.rejoinder.review.review;

import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.review.ReviewState;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The store of reviews: a projection of {@code reviews.published.v1} that can be dropped at any
 * time. Threadsafe.
 */
public interface Reviews {

  /**
   * Stores states; complete once they are durable. A state older than the one that is stored
   * changes nothing, whatever the order of the collection.
   */
  Mono<Void> store(Collection<ReviewState> states);

  /** The published review with this slug. */
  Mono<Review> bySlug(String slug);

  /** The published review with this id. */
  Mono<Review> byId(ThreadId id);

  /**
   * Published reviews, newest first.
   *
   * @param after the place behind which to begin; null for the beginning
   * @param limit how many at most
   */
  Flux<ListedReview> newest(@Nullable ListPlace after, int limit);
}
