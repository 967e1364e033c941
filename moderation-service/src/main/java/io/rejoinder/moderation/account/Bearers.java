package io.rejoinder.moderation.account;

import java.util.Optional;
import java.util.Set;

/** Which programs there are, by what they carry in {@code Authorization: Bearer}. Threadsafe. */
public interface Bearers {

  /** Whose secret this is; empty where it is nobody's, or not good any more. Never waits. */
  Optional<Bearer> of(String secret);

  /**
   * A program with a good token.
   *
   * @param id the token's id
   * @param name the token's name
   * @param scopes what it may do
   */
  record Bearer(String id, String name, Set<Scope> scopes) {

    /** Copies the scopes. */
    public Bearer {
      scopes = Set.copyOf(scopes);
    }
  }
}
