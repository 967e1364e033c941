package io.rejoinder.events.comment;

import io.rejoinder.events.Event;
import java.time.Instant;
import java.util.Objects;

/**
 * Whether a reader likes a comment. The last word of each reader counts, so the state is written as
 * it comes, by the edge that took it; a comment's likes lie on one partition, in order.
 *
 * @param comment the comment
 * @param thread the thread that it answers in
 * @param reader the id of the reader's signed identity
 * @param liked whether they like it; false once they took it back
 * @param at when the edge took it
 */
public record CommentLiked(
    CommentId comment, ThreadId thread, String reader, boolean liked, Instant at) implements Event {
  /** Checks that all is there. */
  public CommentLiked {
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(thread, "thread");
    Objects.requireNonNull(reader, "reader");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public String key() {
    return comment + "/" + reader;
  }

  @Override
  public String eventId() {
    return key() + "/" + at.toEpochMilli();
  }
}
