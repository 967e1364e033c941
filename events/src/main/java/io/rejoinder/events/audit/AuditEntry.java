package io.rejoinder.events.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.Event;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Status;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One human decision, in a chain that shows whether anything was taken out or changed.
 *
 * @param number 1 for the first entry
 * @param previous the hash of the entry before; 64 zeros for the first
 * @param hash SHA-256, in hexadecimal, of {@code
 *     previous|number|comment|revision|decision|outcome|account|reason|undoes|at}, joined by a bar,
 *     empty where absent
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

  /** What the first entry names as its previous one. */
  private static final String BEGINNING = "0".repeat(64);

  /** Checks that all that is not optional is there. */
  public AuditEntry {
    Objects.requireNonNull(previous, "previous");
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
  }

  /**
   * The entry of a decision.
   *
   * @param before the newest entry of the chain; null for the first
   * @param comment the comment that was judged
   * @param decision a moderator's decision on it
   */
  public static AuditEntry after(
      @Nullable AuditEntry before, CommentId comment, Decision decision) {
    AuditEntry unhashed =
        new AuditEntry(
            before == null ? 1 : before.number() + 1,
            before == null ? BEGINNING : before.hash(),
            "",
            comment,
            decision.revision(),
            decision.number(),
            decision.outcome(),
            decision.by(),
            decision.reason(),
            decision.undoes(),
            decision.at());
    return new AuditEntry(
        unhashed.number,
        unhashed.previous,
        unhashed.digest(),
        comment,
        unhashed.revision,
        unhashed.decision,
        unhashed.outcome,
        unhashed.by,
        unhashed.reason,
        unhashed.undoes,
        unhashed.at);
  }

  /**
   * Whether this is the entry that was written behind another, and says what it said then.
   *
   * @param before the entry before this one; null for the first
   */
  public boolean follows(@Nullable AuditEntry before) {
    return number == (before == null ? 1 : before.number() + 1)
        && previous.equals(before == null ? BEGINNING : before.hash())
        && hash.equals(digest());
  }

  private String digest() {
    String said =
        Stream.of(
                previous,
                number,
                comment.value(),
                revision,
                decision,
                outcome.name().toLowerCase(Locale.ROOT),
                by.account(),
                reason,
                undoes,
                at)
            .map(part -> part == null ? "" : part.toString())
            .collect(Collectors.joining("|"));
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
