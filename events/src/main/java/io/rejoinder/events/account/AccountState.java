package io.rejoinder.events.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rejoinder.events.Event;
import io.rejoinder.events.comment.By;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account of the staff.
 *
 * @param id the account's id
 * @param version 1 for the first state, one more with each change
 * @param name what its owner signs in with, 1 to 64 characters
 * @param role what it may do
 * @param passwordHash Argon2id, encoded with its parameters
 * @param mustChangePassword whether the password was generated and not changed yet
 * @param active whether it may sign in
 * @param at when this state was written
 * @param by who made it; null for the first administrator, and in what older versions wrote
 * @param secondFactor what is asked for besides the password; null for nothing
 */
public record AccountState(
    String id,
    long version,
    String name,
    Role role,
    String passwordHash,
    boolean mustChangePassword,
    boolean active,
    Instant at,
    @Nullable By by,
    @Nullable SecondFactor secondFactor)
    implements Event {
  /** Checks that all is there. */
  public AccountState {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(passwordHash, "passwordHash");
    Objects.requireNonNull(at, "at");
  }

  /** A state of which nobody says who made it. */
  public AccountState(
      String id,
      long version,
      String name,
      Role role,
      String passwordHash,
      boolean mustChangePassword,
      boolean active,
      Instant at) {
    this(id, version, name, role, passwordHash, mustChangePassword, active, at, null, null);
  }

  /** The next state, whoever makes it; what is asked for besides the password stays. */
  public AccountState next(
      Role newRole, String newHash, boolean mustChange, boolean nowActive, Instant now) {
    return new AccountState(
        id, version + 1, name, newRole, newHash, mustChange, nowActive, now, null, secondFactor);
  }

  /** The next state with this asked for besides the password; nothing for null. */
  public AccountState next(@Nullable SecondFactor factor, Instant now) {
    return new AccountState(
        id, version + 1, name, role, passwordHash, mustChangePassword, active, now, null, factor);
  }

  /** The same, made by somebody. */
  public AccountState madeBy(By maker) {
    return new AccountState(
        id, version, name, role, passwordHash, mustChangePassword, active, at, maker, secondFactor);
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
    return "AccountState[" + id + "/" + version + "]";
  }

  /** What an account may do; each may all that the one before may. */
  public enum Role {
    @JsonProperty("moderator")
    MODERATOR,
    @JsonProperty("senior")
    SENIOR,
    @JsonProperty("administrator")
    ADMINISTRATOR;

    /** Whether this role may all that the other one may. */
    public boolean includes(Role other) {
      return compareTo(other) >= 0;
    }
  }
}
