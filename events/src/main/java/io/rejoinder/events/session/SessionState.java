package io.rejoinder.events.session;

import io.rejoinder.events.Event;
import io.rejoinder.events.comment.By;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A session of somebody of the staff: from a sign-in until its time is over, or it is ended before.
 *
 * @param id of the session, 32 hexadecimal digits; nobody is let in by it alone
 * @param version 1 for the sign-in, one more with each change
 * @param account the id of the account that signed in
 * @param accountVersion of the account at that time, or at its owner's last change of it: every
 *     other change of the account ends the session
 * @param how what was shown: {@code password}, {@code code} (and the password before), {@code
 *     recovery-code} or {@code provider} (of OpenID Connect)
 * @param agent browser and system in a few words; null where they are not known
 * @param started when it was signed in
 * @param until when it is over in any case
 * @param ended whether somebody ended it before
 * @param by who signed in, or ended it
 * @param at when this state was written
 */
public record SessionState(
    String id,
    long version,
    String account,
    long accountVersion,
    String how,
    @Nullable String agent,
    Instant started,
    Instant until,
    boolean ended,
    By by,
    Instant at)
    implements Event {

  /** Checks that all but the agent is there. */
  public SessionState {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(how, "how");
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
  }

  /** The same after somebody ended it. */
  public SessionState endedBy(By who, Instant now) {
    return new SessionState(
        id, version + 1, account, accountVersion, how, agent, started, until, true, who, now);
  }

  /** The same after its owner changed the account by it. */
  public SessionState renewed(long changed, By who, Instant now) {
    return new SessionState(
        id, version + 1, account, changed, how, agent, started, until, ended, who, now);
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
    return "SessionState[" + account + ", " + started + "]";
  }
}
