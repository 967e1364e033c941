package io.rejoinder.moderation.claim;

import io.rejoinder.events.comment.Lease;
import java.time.Instant;

/**
 * A claim as the API shows it.
 *
 * @param name of who has the comment in hand
 * @param mine whether that is who asks
 * @param until when it ends, unless it is renewed
 */
public record ClaimView(String name, boolean mine, Instant until) {

  /** What this account sees of a lease. */
  public static ClaimView of(Lease lease, String account) {
    return new ClaimView(
        String.valueOf(lease.by().name()), account.equals(lease.by().account()), lease.until());
  }
}
