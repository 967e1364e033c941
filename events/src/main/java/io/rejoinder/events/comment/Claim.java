package io.rejoinder.events.comment;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody who is signed in says that a comment which they wrote as a guest is theirs; the edge has
 * seen the comment's own token, which only its author has. Its text stays as it is judged.
 *
 * @param command the command's id
 * @param comment the comment's id
 * @param author who they are; what it leaves out stays as the comment has it
 * @param at when the edge took it
 */
public record Claim(String command, CommentId comment, Author author, Instant at)
    implements CommentCommand {
  /** Checks that all is there. */
  public Claim {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(at, "at");
  }
}
