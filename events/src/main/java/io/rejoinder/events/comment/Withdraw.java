package io.rejoinder.events.comment;

import java.time.Instant;
import java.util.Objects;

/**
 * An author takes a comment back. It wins whatever the order of arrival: a withdrawn comment stays
 * withdrawn.
 *
 * @param command the command's id
 * @param comment the comment's id
 * @param at when the edge took it
 */
public record Withdraw(String command, CommentId comment, Instant at) implements CommentCommand {
  /** Checks that all is there. */
  public Withdraw {
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(at, "at");
  }
}
