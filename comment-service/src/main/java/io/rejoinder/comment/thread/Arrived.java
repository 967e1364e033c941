package io.rejoinder.comment.thread;

import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.projection.Received;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A comment that a batch brought.
 *
 * @param comment the comment
 * @param settled whether all that follows from it was announced before
 */
record Arrived(Comment comment, boolean settled) {

  /** The newest state of each comment of a batch: what readers see in the end. */
  static Map<CommentId, Arrived> newest(List<Received> batch) {
    Map<CommentId, Received> newest = new LinkedHashMap<>();
    for (Received received : batch) {
      if (received.event() instanceof CommentState state) {
        newest.merge(
            state.id(), received, (one, other) -> version(other) >= version(one) ? other : one);
      }
    }
    Map<CommentId, Arrived> arrived = new LinkedHashMap<>();
    newest.forEach(
        (id, received) ->
            arrived.put(
                id, new Arrived(Comment.of((CommentState) received.event()), received.settled())));
    return arrived;
  }

  private static long version(Received received) {
    return ((CommentState) received.event()).version();
  }

  Arrived liked(LikeCount likes) {
    return new Arrived(comment.liked(likes), settled);
  }

  Arrived at(Place place, boolean placeSettled) {
    return new Arrived(comment.at(place), settled && placeSettled);
  }
}
