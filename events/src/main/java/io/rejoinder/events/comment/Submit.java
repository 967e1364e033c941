package io.rejoinder.events.comment;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reader posts a comment. A submission of an id that exists changes nothing.
 *
 * @param command equal to the comment's id: a retried post is the same command
 * @param comment the comment's id, made by the edge of thread, idempotency key and content
 * @param thread the thread that it answers in
 * @param parent the comment that it replies to
 * @param author who wrote it
 * @param text as typed, without surrounding space: plain text with the documented Markdown subset
 * @param at when the edge took it
 * @param circumstances how it was posted; absent in what older edges wrote
 */
public record Submit(
    String command,
    CommentId comment,
    ThreadId thread,
    @Nullable CommentId parent,
    Author author,
    String text,
    Instant at,
    @Nullable Circumstances circumstances)
    implements CommentCommand {
  /** Checks that all but the parent and the circumstances is there. */
  public Submit {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(thread, "thread");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(at, "at");
  }

  /** One of which nothing is known but what it says. */
  public Submit(
      String command,
      CommentId comment,
      ThreadId thread,
      @Nullable CommentId parent,
      Author author,
      String text,
      Instant at) {
    this(command, comment, thread, parent, author, text, at, null);
  }
}
