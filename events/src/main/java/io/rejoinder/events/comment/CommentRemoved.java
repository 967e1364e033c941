package io.rejoinder.events.comment;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A comment that readers saw is gone. It carries no content, so that compaction removes what was
 * there.
 *
 * @param id the comment
 * @param thread the thread that it answered in
 * @param parent the comment that it replied to
 * @param version rises with each change of what readers see
 * @param createdAt when the comment was written: the place of a placeholder
 * @param at when it was removed
 */
public record CommentRemoved(
    CommentId id,
    ThreadId thread,
    @Nullable CommentId parent,
    long version,
    Instant createdAt,
    Instant at)
    implements CommentChange {
  /** Checks that all but the parent is there. */
  public CommentRemoved {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(thread, "thread");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(at, "at");
  }
}
