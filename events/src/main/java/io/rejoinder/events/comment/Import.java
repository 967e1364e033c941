package io.rejoinder.events.comment;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A comment of another system, with the date and the verdict that it had there. An id that exists
 * is left as it is: an import never overrides what happened here.
 *
 * @param command the comment's id: importing again is the same command
 * @param comment the comment's id, made of the origin
 * @param thread the thread that it answers in
 * @param parent the comment that it replies to
 * @param author who wrote it there
 * @param text plain text with the documented Markdown subset
 * @param writtenAt when it was written there
 * @param status approved, held or rejected there
 * @param reason why it was rejected there ({@code spam}), if that is known
 * @param origin its identity there
 * @param at when it was imported
 */
public record Import(
    String command,
    CommentId comment,
    ThreadId thread,
    @Nullable CommentId parent,
    Author author,
    String text,
    Instant writtenAt,
    Status status,
    @Nullable String reason,
    Origin origin,
    Instant at)
    implements CommentCommand {
  /** Checks that all but parent and reason is there. */
  public Import {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(thread, "thread");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(writtenAt, "writtenAt");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(at, "at");
  }
}
