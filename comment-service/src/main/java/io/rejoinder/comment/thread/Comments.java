package io.rejoinder.comment.thread;

import io.rejoinder.events.comment.CommentId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The store of comments: a projection of {@code comments.moderated.v1}. What a method wrote is
 * durable once it completes. Errors are the store's own exceptions. Threadsafe.
 */
public interface Comments {

  /**
   * Stores what is newer than what is there. A place is written if it is known, and never taken
   * away.
   *
   * @return the ids of those that the store has in this version or a newer one
   */
  Mono<Set<CommentId>> store(Collection<Comment> comments);

  /** The comments that are there. */
  Flux<Comment> find(Collection<CommentId> ids);

  /** A comment; empty if the store does not know it. */
  default Mono<Comment> find(CommentId id) {
    return find(java.util.List.of(id)).next();
  }

  /** Those of which readers see something newer by now than this. */
  Flux<Comment> newer(Map<CommentId, Comment> known);

  /** Keeps counts of likes that are newer than those that are there, for known comments or not. */
  Mono<Void> count(Map<CommentId, LikeCount> counts);

  /** The counts of likes of those that anybody ever liked; comments have them from then on. */
  Mono<Map<CommentId, LikeCount>> counted(Collection<CommentId> ids);

  /** The threads and places of those comments under which replies show. */
  Mono<Map<CommentId, Anchor>> anchors(Collection<CommentId> ids);

  /** Gives comments their places. */
  Mono<Void> place(Map<CommentId, Place> places);

  /** Remembers replies that have no place yet. */
  Mono<Void> await(Collection<Waiting> replies);

  /** The replies that wait for one of these comments. */
  Flux<Waiting> waitingFor(Collection<CommentId> parents);

  /** Forgets replies that wait no more: placed, and announced. */
  Mono<Void> release(Collection<CommentId> replies);

  /**
   * The roots of a thread that readers ever saw, in order, without texts.
   *
   * @param after the last one that was read; null to begin
   * @param limit how many at most
   */
  Flux<Comment> roots(String thread, Sort sort, @Nullable Key after, int limit);

  /** The replies below these roots that readers ever saw, oldest first, without texts. */
  Flux<Comment> replies(Collection<CommentId> roots, int limit);

  /** The comments of a thread that readers see, roots and replies, newest first, without texts. */
  Flux<Comment> newest(String thread, int limit);

  /** The replies to one comment that readers see, newest first, without texts. */
  Flux<Comment> answers(CommentId parent, int limit);

  /**
   * The comments of a reader in any standing, with their texts, in the order of their ids.
   *
   * @param after the last one that was read; null to begin
   * @param limit how many at most
   */
  Flux<Comment> ofReader(String reader, @Nullable CommentId after, int limit);

  /**
   * The same of whoever gave an e-mail address, by its keyed hash; one that is erased has none.
   *
   * @param after the last one that was read; null to begin
   * @param limit how many at most
   */
  Flux<Comment> ofMailbox(String mailbox, @Nullable CommentId after, int limit);

  /** How many comments of a thread readers see. */
  Mono<Long> count(String thread);

  /** The same of many threads, in one query; nothing of one that has none. */
  Mono<Map<String, Long>> counts(Collection<String> threads);

  /** Whether readers see a reply to this comment, which has its place. */
  Mono<Boolean> answered(CommentId comment, CommentId root);

  /** Whether a name is like one that somebody wrote under who was signed in, on a thread's site. */
  Mono<Boolean> verified(String thread, String name);

  /**
   * What a reply needs to know of its parent.
   *
   * @param thread the parent's thread
   * @param place the parent's place
   */
  record Anchor(String thread, Place place) {}

  /**
   * A reply that would be visible under its parent.
   *
   * @param reply the reply
   * @param parent the comment that is not placed, or was never visible
   * @param settled whether the reply's state was read only to fill the store again
   */
  record Waiting(CommentId reply, CommentId parent, boolean settled) {}

  /** The order of roots. */
  enum Sort {
    OLDEST,
    NEWEST,
    /** Most likes first, of equally many the newest. */
    BEST
  }
}
