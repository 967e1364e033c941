package io.rejoinder.events.comment;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What readers see of a comment is another text now.
 *
 * @param id the comment
 * @param thread the thread that it answers in
 * @param parent the comment that it replies to
 * @param version rises with each change of what readers see
 * @param author the author's name as shown
 * @param text the text as written
 * @param html the text rendered and sanitised
 * @param revision the number of the text that is shown now
 * @param createdAt when the comment was written
 * @param revisedAt when this text was written, where it is not the first
 * @param at when what readers see changed
 * @param likes how many readers like it; absent where none ever did
 * @param tally rises with each change of the counts while {@code version} is the same; absent is 0
 * @param verified true where a sign-in vouched for the author's name; absent elsewhere
 */
public record CommentRevised(
    CommentId id,
    ThreadId thread,
    @Nullable CommentId parent,
    long version,
    String author,
    String text,
    String html,
    int revision,
    Instant createdAt,
    @Nullable Instant revisedAt,
    Instant at,
    @Nullable Long likes,
    @Nullable Long tally,
    @Nullable Boolean verified)
    implements CommentChange {
  /** Checks that all but parent and time of revision is there. */
  public CommentRevised {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(thread, "thread");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(html, "html");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(at, "at");
  }

  /** One that nobody liked yet. */
  public CommentRevised(
      CommentId id,
      ThreadId thread,
      @Nullable CommentId parent,
      long version,
      String author,
      String text,
      String html,
      int revision,
      Instant createdAt,
      @Nullable Instant revisedAt,
      Instant at) {
    this(
        id, thread, parent, version, author, text, html, revision, createdAt, revisedAt, at, null,
        null, null);
  }

  @Override
  public long counted() {
    return tally == null ? 0 : tally;
  }
}
