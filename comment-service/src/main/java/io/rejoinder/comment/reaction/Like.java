package io.rejoinder.comment.reaction;

import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentLiked;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.projection.Received;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader's last word on a comment.
 *
 * @param comment the comment
 * @param thread its thread
 * @param reader the reader's id
 * @param liked whether they like it
 * @param version the place of the record behind which this is known, 1 for the first of a
 *     partition: a comment's likes lie on one
 */
record Like(CommentId comment, ThreadId thread, String reader, boolean liked, long version) {

  /** The last words of a batch. */
  static Collection<Like> newest(List<Received> batch) {
    Map<String, Like> newest = new LinkedHashMap<>();
    for (Received received : batch) {
      if (received.event() instanceof CommentLiked said) {
        Like like =
            new Like(
                said.comment(), said.thread(), said.reader(), said.liked(), received.offset() + 1);
        newest.merge(said.key(), like, (a, b) -> b.version() > a.version() ? b : a);
      }
    }
    return newest.values();
  }

  String key() {
    return comment + "/" + reader;
  }
}
