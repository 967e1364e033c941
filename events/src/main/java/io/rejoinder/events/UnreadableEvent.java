package io.rejoinder.events;

import org.jspecify.annotations.Nullable;

/**
 * A record that cannot be read at all and never will be: it belongs in a dead-letter topic. The
 * message names the type and the defect, never the content.
 */
public final class UnreadableEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An unreadable event, with what was wrong with it. */
  public UnreadableEvent(String defect, @Nullable Throwable cause) {
    super(defect, cause);
  }
}
