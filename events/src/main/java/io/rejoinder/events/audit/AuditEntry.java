package io.rejoinder.events.audit;

import io.rejoinder.events.Event;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Status;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One human decision, in a chain that shows whether anything was taken out or changed.
 *
 * @param number 1 for the first entry
 * @param previous the hash of the entry before; 64 zeros for the first
 * @param hash SHA-256, in hexadecimal, of {@code previous} and the other components as {@code
 *     number|comment|revision|decision|outcome|account|reason|undoes|at}, joined by a bar, empty
 *     where absent
 * @param comment the comment that was judged
 * @param revision its revision
 * @param decision the decision's number
 * @param outcome approved, held or rejected
 * @param by the moderator
 * @param reason the policy's code
 * @param undoes the number of the decision that this one took back
 * @param at when it was decided
 */
public record AuditEntry(
    long number,
    String previous,
    String hash,
    CommentId comment,
    int revision,
    int decision,
    Status outcome,
    By by,
    @Nullable String reason,
    @Nullable Integer undoes,
    Instant at)
    implements Event {
  /** Checks that all that is not optional is there. */
  public AuditEntry {
    Objects.requireNonNull(previous, "previous");
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public String key() {
    return Long.toString(number);
  }

  @Override
  public String eventId() {
    return "audit/" + number;
  }
}
