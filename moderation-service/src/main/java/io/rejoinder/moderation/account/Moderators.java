package io.rejoinder.moderation.account;

import java.util.Collection;
import java.util.Set;

/** Who there is to decide. Threadsafe. */
@FunctionalInterface
public interface Moderators {

  /** The ids of the accounts that may sign in, whatever their role. */
  Set<String> active();

  /** Whether somebody else than these can decide. */
  default boolean anyBut(Collection<String> accounts) {
    return !accounts.containsAll(active());
  }
}
