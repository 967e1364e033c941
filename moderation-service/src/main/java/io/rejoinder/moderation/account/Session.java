package io.rejoinder.moderation.account;

import java.time.Instant;

/**
 * What a session cookie says.
 *
 * @param id random; the request token is made of it
 * @param account the account's id; empty before sign-in
 * @param version of the account at sign-in: with each change of the account its sessions end
 * @param until when it ends
 */
record Session(String id, String account, long version, Instant until) {

  /** The same after its own account changed. */
  Session renewed(long changed) {
    return new Session(id, account, changed, until);
  }

  boolean anonymous() {
    return account.isEmpty();
  }
}
