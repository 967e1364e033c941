package io.rejoinder.events.comment;

import io.rejoinder.events.Event;
import java.time.Instant;

/**
 * What anyone may know of a comment. It is sent only once a read returns it; the same change may be
 * sent again, with the same version.
 */
public sealed interface CommentChange extends Event
    permits CommentPublished, CommentRevised, CommentRemoved {

  /** The comment. */
  CommentId id();

  /** The thread that it answers in. */
  ThreadId thread();

  /** Rises with each change of what readers see; drop a lower one, see {@link #counted}. */
  long version();

  /** Of two changes of the same version the one that counted later, by this number, is newer. */
  default long counted() {
    return 0;
  }

  /** Whether this is newer than a change of this version and count. */
  default boolean newerThan(long version, long counted) {
    return version() > version || (version() == version && counted() > counted);
  }

  @Override
  Instant at();

  @Override
  default String key() {
    return id().value();
  }

  @Override
  default String eventId() {
    return id() + "/" + version();
  }
}
