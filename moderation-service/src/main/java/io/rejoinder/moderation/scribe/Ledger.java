package io.rejoinder.moderation.scribe;

import io.rejoinder.events.Event;
import io.rejoinder.events.Topics;
import java.util.List;

/**
 * A log as it stands, and what is missing in it. Made afresh for each turn at writing, filled with
 * all that the log holds before it is asked; used by one thread.
 */
public interface Ledger {

  /** The topics that call for records: the states, and maybe commands beside them. */
  default List<String> inputs() {
    return List.of(Topics.COMMENTS_MODERATED);
  }

  /** Takes in a record of the log, as it was read. */
  void take(Event event);

  /**
   * Whether an input could call for a record, by a quick look at its JSON: nearly all do not, and
   * are passed over unread.
   */
  boolean concerns(byte[] input);

  /**
   * The records that an input calls for, in order, which count as taken in: they are written next,
   * or this ledger is given up. A state that was compacted away is made up for by a later one.
   */
  List<? extends Event> missing(Event input);

  /** Everything was read, or this many fresh records were committed. */
  void stands(int fresh);

  /** How many records the log has had. */
  long length();

  /**
   * Whether all states are to be looked at again, whatever was seen by earlier turns. Commands are
   * not: what followed from them stands in the log.
   */
  default boolean beginsAnew() {
    return false;
  }
}
