package io.rejoinder.events.comment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one command: how the edge that sent it learns the answer.
 *
 * @param command the command's id
 * @param refused why it changed nothing ({@code outdated}, {@code already-decided}, {@code
 *     withdrawn}, {@code unknown}, {@code claimed}); null where it was applied
 * @param version the version of the state that came of it
 */
public record Outcome(String command, @Nullable String refused, long version) {
  /** Checks that there is a command. */
  public Outcome {
    Objects.requireNonNull(command, "command");
  }

  /** Whether the command changed the comment. */
  public boolean applied() {
    return refused == null;
  }
}
