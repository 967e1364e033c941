package io.rejoinder.moderation.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.account.SecondFactor;
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
 * Checks passwords, and codes where an account asks for them. A name that has no account costs the
 * same work as one that has, so that the time tells nobody which names there are. Threadsafe.
 */
final class SignIn {

  /** How somebody has signed in for whom the provider vouches. */
  static final String PROVIDER = "provider";

  private final Accounts accounts;
  private final Passwords passwords;
  private final SecondFactors factors;
  private final LockOut lockOut;
  private final Clock clock;
  private final MeterRegistry meters;

  SignIn(
      Accounts accounts,
      Passwords passwords,
      SecondFactors factors,
      LockOut lockOut,
      Clock clock,
      MeterRegistry meters) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.factors = factors;
    this.lockOut = lockOut;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * Somebody who has shown what their account asks for.
   *
   * @param how {@code password}, {@code code} or {@code recovery-code}
   */
  record Proven(AccountState account, String how) {}

  /**
   * The account that has this name and password, and of whose device or recovery codes this is one
   * where it asks for that; a problem if none has, or if it is locked out.
   *
   * @param code null where none was given
   */
  Mono<Proven> as(
      String name, String password, @Nullable String code, @Nullable InetSocketAddress from) {
    return withPassword(name, password, from)
        .flatMap(
            account -> {
              SecondFactor factor = account.secondFactor();
              if (factor == null) {
                succeeded(name);
                return Mono.just(new Proven(account, "password"));
              }
              return withCode(account, factor, code, from);
            });
  }

  private Mono<Proven> withCode(
      AccountState account,
      SecondFactor factor,
      @Nullable String code,
      @Nullable InetSocketAddress from) {
    if (code == null) {
      return Mono.error(new Problem(ProblemType.CODE_REQUIRED, null));
    }
    Optional<SecondFactors.Shown> shown = factors.shown(account, factor, code);
    if (shown.isEmpty()) {
      lockOut.failed(account.name(), from);
      count("wrong-code");
      return Mono.error(new Problem(ProblemType.WRONG_CODE, null));
    }
    succeeded(account.name());
    SecondFactor left = shown.get().left();
    if (left == null) {
      return Mono.just(new Proven(account, shown.get().how()));
    }
    By owner = By.moderator(account.id(), account.name());
    AccountState after = account.next(left, clock.instant()).madeBy(owner);
    return accounts.append(after).thenReturn(new Proven(after, shown.get().how()));
  }

  private void succeeded(String name) {
    lockOut.succeeded(name);
    count("signed-in");
  }

  /** The account that has this name and password; a problem if none has, or if it is locked out. */
  Mono<AccountState> withPassword(String name, String password, @Nullable InetSocketAddress from) {
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
    return withPassword(account.name(), current, from)
        .flatMap(confirmed -> passwords.hashOfChosen(fresh, account.name()))
        .flatMap(
            hash -> {
              AccountState changed =
                  account
                      .next(account.role(), hash, false, account.active(), clock.instant())
                      .madeBy(By.moderator(account.id(), account.name()));
              return accounts.append(changed).thenReturn(changed);
            });
  }

  private void count(String result) {
    meters.counter("rejoinder.account.sign-ins", "result", result).increment();
  }
}
