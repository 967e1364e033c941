package io.rejoinder.comment.reaction;

import io.rejoinder.comment.thread.Announcements;
import io.rejoinder.comment.thread.Comment;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.comment.thread.LikeCount;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentLiked;
import io.rejoinder.projection.Projector;
import io.rejoinder.projection.Received;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stores likes, counts those of the comments that a batch touched, then announces the counts. It
 * keeps nothing in memory: the binding rests a second between batches, so that a comment is counted
 * once a second at most, and a crash costs no count.
 *
 * <p>A count is named by the newest like that it includes. It is made after that like was stored,
 * so whoever counts with the highest number counts them all.
 */
final class LikeProjection implements Projector {

  private static final int AT_ONCE = 8;

  private final Likes likes;
  private final Comments comments;
  private final Announcements announcements;
  private final Duration bound;

  /**
   * A projection.
   *
   * @param bound how long the store may take for one request
   */
  LikeProjection(Likes likes, Comments comments, Announcements announcements, Duration bound) {
    this.likes = likes;
    this.comments = comments;
    this.announcements = announcements;
    this.bound = bound;
  }

  @Override
  public void project(List<Received> batch) {
    Collection<Like> newest = Like.newest(batch);
    if (newest.isEmpty()) {
      return;
    }
    likes.store(newest).block(bound);
    Map<CommentId, Long> tallies = new HashMap<>();
    newest.forEach(like -> tallies.merge(like.comment(), like.version(), Math::max));
    comments.count(counted(tallies)).block(bound);
    Set<CommentId> due = unsettled(batch);
    List<Comment> readable =
        comments
            .find(due)
            .filter(Comment::readable)
            .collectList()
            .blockOptional(bound)
            .orElseThrow();
    announcements.announce(readable);
  }

  private Map<CommentId, LikeCount> counted(Map<CommentId, Long> tallies) {
    return Flux.fromIterable(tallies.entrySet())
        .flatMap(
            touched ->
                Mono.zip(
                    Mono.just(touched.getKey()),
                    likes
                        .count(touched.getKey())
                        .map(count -> new LikeCount(count, touched.getValue()))),
            AT_ONCE)
        .collectMap(both -> both.getT1(), both -> both.getT2())
        .blockOptional(bound)
        .orElseThrow();
  }

  private static Set<CommentId> unsettled(List<Received> batch) {
    Set<CommentId> due = new HashSet<>();
    for (Received received : batch) {
      if (!received.settled() && received.event() instanceof CommentLiked like) {
        due.add(like.comment());
      }
    }
    return due;
  }
}
