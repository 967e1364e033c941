package io.rejoinder.events.token;

import io.rejoinder.events.Event;
import io.rejoinder.events.comment.By;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A token of the API: what a program may do, and how its secret is known again.
 *
 * @param id the token's id
 * @param version 1 for the first state, one more with each change
 * @param name what people call it, 1 to 64 characters
 * @param hash SHA-256 of the secret, hexadecimal; the secret itself is kept nowhere
 * @param lastFour the secret's last four characters, for people to tell which one it is
 * @param scopes what it is good for; names that a reader does not know are good for nothing
 * @param createdBy the administrator
 * @param createdAt when it was made
 * @param expires when it ends; never for null
 * @param revoked whether it was taken back
 * @param at when this state was written
 * @param revokedBy the administrator who took it back; null while nobody did, and where an older
 *     version did not say
 */
public record TokenState(
    String id,
    long version,
    String name,
    String hash,
    String lastFour,
    List<String> scopes,
    By createdBy,
    Instant createdAt,
    @Nullable Instant expires,
    boolean revoked,
    Instant at,
    @Nullable By revokedBy)
    implements Event {

  /** Checks that all is there. */
  public TokenState {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(lastFour, "lastFour");
    scopes = List.copyOf(scopes);
    Objects.requireNonNull(createdBy, "createdBy");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(at, "at");
  }

  /** One that nobody took back, or nobody knows who did. */
  public TokenState(
      String id,
      long version,
      String name,
      String hash,
      String lastFour,
      List<String> scopes,
      By createdBy,
      Instant createdAt,
      @Nullable Instant expires,
      boolean revoked,
      Instant at) {
    this(
        id, version, name, hash, lastFour, scopes, createdBy, createdAt, expires, revoked, at,
        null);
  }

  /** The same after somebody took it back. */
  public TokenState revokedBy(By who, Instant now) {
    return new TokenState(
        id,
        version + 1,
        name,
        hash,
        lastFour,
        scopes,
        createdBy,
        createdAt,
        expires,
        true,
        now,
        who);
  }

  /** Whether it opens anything at this moment. */
  public boolean isGood(Instant now) {
    return !revoked && (expires == null || now.isBefore(expires));
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public String eventId() {
    return id + "/" + version;
  }

  @Override
  public String toString() {
    return "TokenState[" + id + "/" + version + "]";
  }
}
