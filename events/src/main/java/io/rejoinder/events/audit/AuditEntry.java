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
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done, in a chain that shows whether anything was taken out or changed.
 *
 * @param number 1 for the first entry
 * @param previous the hash of the entry before; 64 zeros for the first
 * @param hash SHA-256, in hexadecimal. Of an entry without a kind: of {@code
 *     previous|number|comment|revision|decision|outcome|account|reason|undoes|at}, joined by a bar,
 *     empty where absent. Of one with a kind: of {@code rejoinder-audit-2}, a line feed, and then
 *     previous, number, kind, subject, comment, revision, decision, outcome, the three parts of by,
 *     reason, undoes, at and every code's name and value, by name; each as its length in
 *     characters, a colon and itself, or a hyphen where absent
 * @param comment the comment that was judged; null for what is no decision
 * @param revision its revision
 * @param decision the decision's number
 * @param outcome approved, held or rejected
 * @param by who or what did it; null where that is not known
 * @param reason the policy's code
 * @param undoes the number of the decision that this one took back
 * @param at when it was done
 * @param kind what was done: {@code decision}, {@code settings}, {@code account}, {@code author},
 *     {@code session}, {@code token}; null in entries of human decisions that an older version
 *     wrote
 * @param subject the id of what it was done to, where that is no comment
 * @param codes what else there is to say, by name: versions, digests, codes; never free text
 */
public record AuditEntry(
    long number,
    String previous,
    String hash,
    @Nullable CommentId comment,
    @Nullable Integer revision,
    @Nullable Integer decision,
    @Nullable Status outcome,
    @Nullable By by,
    @Nullable String reason,
    @Nullable Integer undoes,
    Instant at,
    @Nullable String kind,
    @Nullable String subject,
    @Nullable Map<String, String> codes)
    implements Event {

  /** The kind of entries about decisions on comments. */
  public static final String DECISION = "decision";

  /** What the first entry names as its previous one. */
  private static final String BEGINNING = "0".repeat(64);

  private static final String FORM = "rejoinder-audit-2\n";

  /** Checks that all that is not optional is there. */
  public AuditEntry {
    Objects.requireNonNull(previous, "previous");
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(at, "at");
    codes = codes == null ? null : Map.copyOf(codes);
  }

  /**
   * What an entry about a decision says, before it has its place in the chain.
   *
   * @param comment the comment that was judged
   * @param decision the decision on it
   * @param codes what else there is to say
   */
  public static AuditEntry of(CommentId comment, Decision decision, Map<String, String> codes) {
    return new AuditEntry(
        0,
        "",
        "",
        comment,
        decision.revision(),
        decision.number(),
        decision.outcome(),
        decision.by(),
        decision.reason(),
        decision.undoes(),
        decision.at(),
        DECISION,
        null,
        codes);
  }

  /**
   * What an entry of any other kind says, before it has its place in the chain.
   *
   * @param kind what was done
   * @param by who did it; null where that is not known
   * @param subject the id of what it was done to
   * @param codes what else there is to say
   * @param at when
   */
  public static AuditEntry of(
      String kind, @Nullable By by, String subject, Map<String, String> codes, Instant at) {
    return new AuditEntry(
        0, "", "", null, null, null, null, by, null, null, at, kind, subject, codes);
  }

  /**
   * The same in its place.
   *
   * @param before the newest entry of the chain; null for the first
   */
  public AuditEntry behind(@Nullable AuditEntry before) {
    AuditEntry placed =
        at(before == null ? 1 : before.number + 1, before == null ? BEGINNING : before.hash, "");
    return placed.at(placed.number, placed.previous, placed.digest());
  }

  private AuditEntry at(long place, String behind, String digest) {
    return new AuditEntry(
        place, behind, digest, comment, revision, decision, outcome, by, reason, undoes, at, kind,
        subject, codes);
  }

  /**
   * Whether this is the entry that was written behind another, and says what it said then.
   *
   * @param before the entry before this one; null for the first
   */
  public boolean follows(@Nullable AuditEntry before) {
    return number == (before == null ? 1 : before.number() + 1)
        && previous.equals(before == null ? BEGINNING : before.hash())
        && hasItsHash();
  }

  /** Whether it says what its hash was made of, wherever it stands. */
  public boolean hasItsHash() {
    return hash.equals(digest());
  }

  private String digest() {
    String said = kind == null ? AuditText.joined(this) : FORM + AuditText.measured(this);
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
