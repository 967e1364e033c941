package io.rejoinder.system.drill;

import io.rejoinder.events.comment.Status;
import org.jspecify.annotations.Nullable;

/**
 * Where a comment must stand after the commands that were accepted.
 *
 * @param status of the newest revision
 * @param revision the newest revision's number
 * @param text its text; empty once withdrawn
 * @param shown the text that readers see, or null
 */
record Standing(Status status, int revision, String text, @Nullable String shown) {

  static Standing posted(String text, boolean doubtful) {
    return doubtful
        ? new Standing(Status.HELD, 1, text, null)
        : new Standing(Status.APPROVED, 1, text, text);
  }

  Standing edited(String newText, boolean doubtful) {
    return doubtful
        ? new Standing(Status.HELD, revision + 1, newText, shown)
        : new Standing(Status.APPROVED, revision + 1, newText, newText);
  }

  Standing approved() {
    return new Standing(Status.APPROVED, revision, text, text);
  }

  /** An earlier revision that was approved stays. */
  Standing rejected() {
    return new Standing(Status.REJECTED, revision, text, shown);
  }

  Standing withdrawn() {
    return new Standing(Status.WITHDRAWN, revision, "", null);
  }

  /** How the author is told. */
  String stateForAuthor() {
    return switch (status) {
      case APPROVED -> "published";
      case HELD -> "held";
      case REJECTED -> "rejected";
      case WITHDRAWN, ERASED -> "withdrawn";
    };
  }
}
