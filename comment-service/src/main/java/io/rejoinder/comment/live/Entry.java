package io.rejoinder.comment.live;

import io.rejoinder.events.comment.CommentChange;
import org.jspecify.annotations.Nullable;

/**
 * An event of a ring, serialised once for all readers, and only if there is one. Guarded by the
 * ring.
 */
final class Entry {

  private final long offset;
  private final CommentChange change;
  private final Wire wire;
  private byte @Nullable [] bytes;

  Entry(long offset, CommentChange change, Wire wire) {
    this.offset = offset;
    this.change = change;
    this.wire = wire;
  }

  /** How an event looks on the wire. */
  @FunctionalInterface
  interface Wire {
    byte[] bytes(long offset, CommentChange change);
  }

  long offset() {
    return offset;
  }

  CommentChange change() {
    return change;
  }

  byte[] bytes() {
    byte[] made = bytes;
    if (made == null) {
      made = wire.bytes(offset, change);
      bytes = made;
    }
    return made;
  }
}
