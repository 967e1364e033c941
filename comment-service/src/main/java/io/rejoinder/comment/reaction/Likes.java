package io.rejoinder.comment.reaction;

import io.rejoinder.events.comment.CommentId;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The store of likes: a projection of {@code comments.liked.v1}. What a method wrote is durable
 * once it completes. Errors are the store's own exceptions. Threadsafe.
 */
interface Likes {

  /** Stores what is newer than what is there; at most one for each comment and reader. */
  Mono<Void> store(Collection<Like> batch);

  /** How many readers like a comment. */
  Mono<Long> count(CommentId comment);

  /** The comments that a reader likes, in all threads, with their threads. */
  Flux<Liked> by(String reader);

  /**
   * What a reader likes.
   *
   * @param comment the comment's id
   * @param thread its thread
   */
  record Liked(String comment, String thread) {}

  /** The ids of the comments of a thread that a reader likes. */
  Flux<String> of(String thread, String reader, int limit);
}
