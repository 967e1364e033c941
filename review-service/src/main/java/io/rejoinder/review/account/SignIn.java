package io.rejoinder.review.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.account.AccountState;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Signs the staff in against their accounts. A name that nobody has takes as long as one with a
 * wrong password. Hashing is slow and takes 16 MB on purpose, so it has two threads of its own and
 * a bounded queue. Counted as {@code rejoinder.site.sign-ins} by outcome.
 */
public final class SignIn implements ReactiveAuthenticationManager, AutoCloseable {

  private static final int FAILURES_BY_ACCOUNT = 5;
  private static final int FAILURES_BY_ADDRESS = 20;
  private static final int MAX_PASSWORD = 1_000;

  private final Argon2PasswordEncoder encoder =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final String nobodys = String.valueOf(encoder.encode("nobody's password"));
  private final Scheduler hashing = Schedulers.newBoundedElastic(2, 100, "sign-in");
  private final Accounts accounts;
  private final Lockout byAccount;
  private final Lockout byAddress;
  private final boolean generatedPasswords;
  private final Codes codes;
  private final MeterRegistry meters;

  /**
   * Sign-in.
   *
   * @param generatedPasswords whether a generated password, which was printed and lies in a file,
   *     is good enough here: on loopback only
   * @param codes what some accounts ask for besides the password
   */
  SignIn(
      Accounts accounts,
      boolean generatedPasswords,
      Codes codes,
      Clock clock,
      MeterRegistry meters) {
    this.accounts = accounts;
    this.generatedPasswords = generatedPasswords;
    this.codes = codes;
    this.byAccount = new Lockout(FAILURES_BY_ACCOUNT, clock);
    this.byAddress = new Lockout(FAILURES_BY_ADDRESS, clock);
    this.meters = meters;
  }

  /**
   * What comes with name and password.
   *
   * @param address the client's
   * @param code of the owner's device; empty for none
   */
  public record Attempt(String address, String code) {}

  /**
   * Checks a name and a password, and a code where the account asks for one; the authentication's
   * details are an {@link Attempt}.
   *
   * @return fails with {@link BadCredentialsException}, {@link LockedException}, {@link
   *     InsufficientAuthenticationException} where the code alone is missing, {@link
   *     CredentialsExpiredException} for a password that must be changed first, or {@link
   *     AuthenticationServiceException} while accounts are not known yet
   */
  @Override
  public Mono<Authentication> authenticate(Authentication authentication) {
    return Mono.fromCallable(() -> check(authentication))
        .subscribeOn(hashing)
        .doOnSuccess(signedIn -> count("signed-in"))
        .doOnError(e -> count(e.getClass().getSimpleName()));
  }

  private Authentication check(Authentication tried) {
    if (!accounts.ready()) {
      throw new AuthenticationServiceException("accounts are not read yet");
    }
    String name = Accounts.key(tried.getName());
    if (!(tried.getDetails() instanceof Attempt attempt)) {
      throw new AuthenticationServiceException("no details");
    }
    String address = attempt.address();
    if (!byAddress.begin(address)) {
      throw new LockedException("address");
    }
    if (!byAccount.begin(name)) {
      throw new LockedException("account");
    }
    Optional<AccountState> account = accounts.byName(name);
    String password = String.valueOf(tried.getCredentials());
    boolean right =
        password.length() <= MAX_PASSWORD
            && encoder.matches(password, account.map(AccountState::passwordHash).orElse(nobodys));
    if (account.isEmpty() || !right) {
      throw new BadCredentialsException("name or password");
    }
    if (codes.isMissing(account.get(), attempt.code())) {
      byAccount.takeBack(name);
      byAddress.takeBack(address);
      throw new InsufficientAuthenticationException("code");
    }
    if (!codes.isGood(account.get(), attempt.code())) {
      throw new BadCredentialsException("code");
    }
    byAccount.succeeded(name);
    byAddress.takeBack(address);
    return signedIn(account.get());
  }

  private Authentication signedIn(AccountState account) {
    if (account.mustChangePassword() && !generatedPasswords) {
      throw new CredentialsExpiredException("the password was generated");
    }
    return UsernamePasswordAuthenticationToken.authenticated(
        StaffMember.of(account), null, List.of());
  }

  private void count(String outcome) {
    meters.counter("rejoinder.site.sign-ins", "outcome", outcome).increment();
  }

  @Override
  public void close() {
    hashing.dispose();
  }
}
