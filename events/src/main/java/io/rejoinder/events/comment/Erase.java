package io.rejoinder.events.comment;

import java.time.Instant;
import java.util.Objects;

/**
 * An author has a comment erased: nothing is left of it but a marker without content, which wins
 * over everything and stays, so that compaction removes what was there.
 *
 * @param command the command's id
 * @param comment the comment's id
 * @param at when the edge took it
 */
public record Erase(String command, CommentId comment, Instant at) implements CommentCommand {
  /** Checks that all is there. */
  public Erase {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(at, "at");
  }
}
