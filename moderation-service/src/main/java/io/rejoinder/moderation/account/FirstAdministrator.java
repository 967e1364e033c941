package io.rejoinder.moderation.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.Secret;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.moderation.account.AccountProperties.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Makes the account {@code admin} where there is no account at all. Its password is made of the
 * installation's secret, so that instances which start together make the same one; it is written
 * into the data folder, readable by its owner alone, before the account can be used, and printed
 * nowhere. It must be changed at the first sign-in, unless nobody but this machine reaches the
 * console.
 */
final class FirstAdministrator implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final String NAME = "admin";
  private static final String FILE = "admin-password";

  private final Accounts accounts;
  private final Passwords passwords;
  private final Secret secret;
  private final Place place;
  private final Clock clock;
  private @Nullable Disposable making;

  FirstAdministrator(
      Accounts accounts, Passwords passwords, Secret secret, Place place, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.secret = secret;
    this.place = place;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    making =
        Mono.fromFuture(accounts::read)
            .publishOn(Schedulers.boundedElastic())
            .then(Mono.defer(this::makeIfNone))
            .doOnError(
                e -> LOG.warn("the first administrator cannot be made yet: {}", e.toString()))
            .retryWhen(
                Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1))
                    .maxBackoff(Duration.ofSeconds(10)))
            .subscribe();
  }

  private Mono<Void> makeIfNone() {
    if (!accounts.isEmpty()) {
      return Mono.empty();
    }
    String password = password();
    Path file = write(password);
    AccountState admin =
        new AccountState(
            NAME,
            1,
            NAME,
            AccountState.Role.ADMINISTRATOR,
            passwords.hashNow(password),
            !place.loopback(),
            true,
            clock.instant());
    return accounts
        .append(admin)
        .doOnSuccess(done -> LOG.info("first administrator: {}, password in {}", NAME, file));
  }

  private String password() {
    return Passwords.generated(
        Secret.hmac(secret.keyFor("account.first-administrator"), NAME.getBytes(UTF_8)));
  }

  private Path write(String password) {
    Path folder = place.data();
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      Path draft =
          Files.createTempFile(
              folder,
              FILE,
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, password + "\n");
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }

  @Override
  public synchronized void stop() {
    if (making != null) {
      making.dispose();
      making = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return making != null;
  }
}
