package io.rejoinder.moderation.account;

import java.util.Arrays;
import java.util.Optional;

/** What a program's token can be good for. Names are part of the API and of the topic of tokens. */
public enum Scope {
  QUEUE_READ("queue:read"),
  DECISIONS_WRITE("decisions:write"),
  SCREENING_READ("screening:read"),
  SCREENING_WRITE("screening:write"),
  STATISTICS_READ("statistics:read"),
  AUDIT_READ("audit:read"),
  /** As good as an administrator: who resets a password can sign in with it. */
  ACCOUNTS_WRITE("accounts:write"),
  /** The endpoint for sites that ask as they would ask Akismet; nothing else. */
  AKISMET("akismet");

  private final String wireName;

  Scope(String wireName) {
    this.wireName = wireName;
  }

  /** Its name in requests, answers and events. */
  public String wireName() {
    return wireName;
  }

  /** What the rules of access call it: no role is named so. */
  public String authority() {
    return "scope:" + wireName;
  }

  /** The scope of this name; empty for one that this version does not know. */
  public static Optional<Scope> named(String name) {
    return Arrays.stream(values()).filter(scope -> scope.wireName.equals(name)).findFirst();
  }
}
