package io.rejoinder.review.account;

import io.rejoinder.events.account.AccountState;
import java.io.Serializable;

/**
 * Who is signed in.
 *
 * @param id the account's id
 * @param name the account's name
 * @param administrator whether the account was an administrator's at sign-in
 * @param credential tells whether the password was changed since; not a secret
 */
public record StaffMember(String id, String name, boolean administrator, int credential)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  static StaffMember of(AccountState account) {
    return new StaffMember(
        account.id(),
        account.name(),
        account.role() == AccountState.Role.ADMINISTRATOR,
        account.passwordHash().hashCode());
  }

  @Override
  public String toString() {
    return name;
  }
}
