package io.rejoinder.moderation.akismet;

import io.rejoinder.events.comment.CommentId;
import java.util.UUID;

/**
 * What is answered about a comment.
 *
 * @param comment its id here
 * @param spam whether it is not to be shown as it is: what would be rejected here, and what would
 *     wait for a moderator
 * @param discard whether nobody need look at it
 */
record Verdict(CommentId comment, boolean spam, boolean discard) {

  /** The comment's id, in the form that the protocol's is in. */
  String guid() {
    String digits = comment.value();
    return new UUID(
            Long.parseUnsignedLong(digits.substring(0, 16), 16),
            Long.parseUnsignedLong(digits.substring(16), 16))
        .toString();
  }
}
