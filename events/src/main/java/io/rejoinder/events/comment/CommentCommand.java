package io.rejoinder.events.comment;

import io.rejoinder.events.Event;

/**
 * Something that somebody asks of a comment. The owner of the comment's partition folds commands
 * into its state; nobody else writes states.
 */
public sealed interface CommentCommand extends Event
    permits Submit, Revise, Claim, Withdraw, Erase, Report, Appeal, Import, Decide, Undo {

  /**
   * The command's own id, chosen by its sender: a command with an id that was folded before changes
   * nothing, and the state's {@link Outcome} names it.
   */
  String command();

  /** The comment that it is about. */
  CommentId comment();

  @Override
  default String key() {
    return comment().value();
  }

  @Override
  default String eventId() {
    return command();
  }
}
