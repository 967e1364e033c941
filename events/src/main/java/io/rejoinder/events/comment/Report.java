package io.rejoinder.events.comment;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reader says that something is wrong with a comment. It counts once for each reader.
 *
 * @param command the command's id, made of comment and reader
 * @param comment the comment's id
 * @param reader the id of the reader's identity
 * @param source keyed hash of the network address of a guest, of which one person can have many
 *     identities; null for somebody who is signed in, and from an older writer
 * @param reason a code: {@code spam}, {@code abuse}, {@code off-topic}, {@code spoiler}, {@code
 *     personal-data} or {@code other}
 * @param text what the reader adds, for moderators only
 * @param holdAt from how many readers on, those of one source as one, the thread has a comment wait
 *     for a moderator; 0 for never
 * @param at when the edge took it
 */
public record Report(
    String command,
    CommentId comment,
    String reader,
    @Nullable String source,
    String reason,
    @Nullable String text,
    int holdAt,
    Instant at)
    implements CommentCommand {
  /** Checks that all but the text is there. */
  public Report {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(reader, "reader");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(at, "at");
  }
}
