package io.rejoinder.moderation.scribe;

import io.rejoinder.events.Event;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentState;
import java.util.List;

/**
 * A log as it stands, and what is missing in it. Made afresh for each turn at writing, filled with
 * all that the log holds before it is asked; used by one thread.
 */
public interface Ledger {

  /** Takes in a record of the log, as it was read. */
  void take(Event event);

  /**
   * Whether a state could call for a record, by a quick look at its JSON: nearly all do not, and
   * are passed over unread.
   */
  boolean concerns(byte[] state);

  /**
   * The records that a state calls for, in order, which count as taken in: they are written next,
   * or this ledger is given up. A state that was compacted away is made up for by a later one.
   */
  List<? extends Event> missing(CommentState state);

  /**
   * The records that an event of one of the {@linkplain #topics topics} calls for; those of a
   * comment's state unless more is said.
   */
  default List<? extends Event> calledFor(Event event) {
    return event instanceof CommentState state ? missing(state) : List.of();
  }

  /** The topics of what calls for records: the states of comments, unless more is said. */
  default List<String> topics() {
    return List.of(Topics.COMMENTS_MODERATED);
  }

  /** Everything was read, or this many fresh records were committed. */
  void stands(int fresh);

  /** How many records the log has had. */
  long length();

  /** Whether all states are to be looked at again, whatever was seen by earlier turns. */
  default boolean beginsAnew() {
    return false;
  }
}
