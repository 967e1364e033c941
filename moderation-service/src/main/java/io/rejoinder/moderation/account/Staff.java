package io.rejoinder.moderation.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.account.AccountState.Role;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import reactor.core.publisher.Mono;

/**
 * What an administrator does with accounts. Passwords are generated, told once, and good for
 * nothing but choosing another; every change of an account ends its sessions. Threadsafe.
 */
final class Staff {

  private static final int ID_BYTES = 16;

  private final Accounts accounts;
  private final Passwords passwords;
  private final Clock clock;

  Staff(Accounts accounts, Passwords passwords, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * An account and the password that its owner signs in with for the first time.
   *
   * @param password told to nobody else, and kept nowhere
   */
  record Opened(AccountState account, String password) {
    @Override
    public String toString() {
      return "Opened[" + account + "]";
    }
  }

  List<AccountState> all() {
    return accounts.all();
  }

  /** Opens an account; a problem if the name is taken. */
  Mono<Opened> open(SignedIn by, String name, Role role) {
    if (accounts.all().stream().anyMatch(account -> account.name().equalsIgnoreCase(name))) {
      return Mono.error(new Problem(ProblemType.NAME_TAKEN, null));
    }
    return withPassword(
        by, new AccountState(idOf(name), 0, name, role, "", true, true, clock.instant()));
  }

  /** Gives an account a new password; the old one is worthless. */
  Mono<Opened> reset(SignedIn by, String id) {
    return Mono.defer(() -> withPassword(by, another(by, id)));
  }

  /** Changes what an account may do. */
  Mono<AccountState> change(SignedIn by, String id, Role role, boolean active) {
    return Mono.defer(
        () -> {
          AccountState before = another(by, id);
          if (before.role() == role && before.active() == active) {
            return Mono.just(before);
          }
          AccountState after =
              before
                  .next(
                      role,
                      before.passwordHash(),
                      before.mustChangePassword(),
                      active,
                      clock.instant())
                  .madeBy(by.by());
          return accounts.append(after).thenReturn(after);
        });
  }

  /** Asks for nothing but the password any more, for whoever has lost device and codes. */
  Mono<AccountState> forgetSecondFactor(SignedIn by, String id) {
    return Mono.defer(
        () -> {
          AccountState before = another(by, id);
          if (before.secondFactor() == null) {
            return Mono.just(before);
          }
          AccountState after = before.next(null, clock.instant()).madeBy(by.by());
          return accounts.append(after).thenReturn(after);
        });
  }

  private AccountState another(SignedIn by, String id) {
    AccountState account =
        accounts.withId(id).orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, null));
    if (account.id().equals(by.account())) {
      throw new Problem(ProblemType.OWN_ACCOUNT, null);
    }
    return account;
  }

  private Mono<Opened> withPassword(SignedIn by, AccountState before) {
    String password = passwords.generated();
    return passwords
        .hash(password)
        .flatMap(
            hash -> {
              AccountState after =
                  before
                      .next(before.role(), hash, true, before.active(), clock.instant())
                      .madeBy(by.by());
              return accounts.append(after).thenReturn(new Opened(after, password));
            });
  }

  /** Of the name, so that two who open the same account at once open one. */
  private static String idOf(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(name.toLowerCase(Locale.ROOT).getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
