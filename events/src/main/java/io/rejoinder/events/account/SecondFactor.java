package io.rejoinder.events.account;

import io.rejoinder.events.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What an account shows besides its password: a code that its owner's device makes of a shared
 * secret and the time (RFC 6238).
 *
 * @param secret shared with the device; Base32, encrypted
 * @param recovery keyed hashes of the codes that are good once each, for whoever has lost the
 *     device
 * @param since when it was switched on
 */
public record SecondFactor(Sealed secret, List<String> recovery, Instant since) {

  /** Copies the list. */
  public SecondFactor {
    Objects.requireNonNull(secret, "secret");
    recovery = List.copyOf(recovery);
    Objects.requireNonNull(since, "since");
  }

  /** The same after one of the codes was used. */
  public SecondFactor without(String used) {
    return new SecondFactor(
        secret, recovery.stream().filter(hash -> !hash.equals(used)).toList(), since);
  }
}
