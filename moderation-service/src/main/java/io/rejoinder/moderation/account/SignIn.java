package io.rejoinder.moderation.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.comment.By;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Checks passwords. A name that has no account costs the same work as one that has, so that the
 * time tells nobody which names there are. Threadsafe.
 */
final class SignIn {

  private final Accounts accounts;
  private final Passwords passwords;
  private final LockOut lockOut;
  private final Clock clock;
  private final MeterRegistry meters;

  SignIn(
      Accounts accounts, Passwords passwords, LockOut lockOut, Clock clock, MeterRegistry meters) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.lockOut = lockOut;
    this.clock = clock;
    this.meters = meters;
  }

  /** The account that has this name and password; a problem if none has, or if it is locked out. */
  Mono<AccountState> as(String name, String password, @Nullable InetSocketAddress from) {
    Optional<Duration> refused = lockOut.refused(name, from);
    if (refused.isPresent()) {
      count("locked-out");
      return Mono.error(new Problem(ProblemType.LOCKED_OUT, null).retryAfter(refused.get()));
    }
    AccountState account = accounts.named(name).orElse(null);
    return passwords
        .matches(password, account == null ? null : account.passwordHash())
        .flatMap(
            matches -> {
              if (matches && account != null) {
                lockOut.succeeded(name);
                count("signed-in");
                return Mono.just(account);
              }
              lockOut.failed(name, from);
              count("wrong");
              return Mono.error(new Problem(ProblemType.WRONG_CREDENTIALS, null));
            });
  }

  /** The account with its new password, once that is known; a problem if that is weak. */
  Mono<AccountState> change(
      AccountState account, String current, String fresh, @Nullable InetSocketAddress from) {
    return as(account.name(), current, from)
        .flatMap(confirmed -> passwords.hashOfChosen(fresh, account.name()))
        .flatMap(
            hash -> {
              AccountState changed =
                  new AccountState(
                          account.id(),
                          account.version() + 1,
                          account.name(),
                          account.role(),
                          hash,
                          false,
                          account.active(),
                          clock.instant())
                      .madeBy(By.moderator(account.id(), account.name()));
              return accounts.append(changed).thenReturn(changed);
            });
  }

  private void count(String result) {
    meters.counter("rejoinder.account.sign-ins", "result", result).increment();
  }
}
