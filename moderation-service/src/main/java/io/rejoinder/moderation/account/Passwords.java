package io.rejoinder.moderation.account;

import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Argon2id with 19 MiB, two passes and one lane, the first of the equal choices of OWASP's <a
 * href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">Password
 * Storage Cheat Sheet</a>; 16 bytes of salt, 32 of hash. It takes about 40 ms of a core and its
 * memory, so it runs in two threads of its own, and no more than 32 wait.
 */
final class Passwords implements AutoCloseable {

  /** No letters or digits that are taken for one another: 32 of them, 5 bits each. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int GENERATED = 24;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int THREADS = 2;
  private static final int QUEUE = 32;

  private final SecureRandom random = new SecureRandom();
  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  private final PasswordStrength strength = new PasswordStrength();
  private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, QUEUE, "password");

  /** A hash that no password has, checked where there is no account: it takes as long. */
  private final String nobody = hashNow(UUID.randomUUID().toString());

  /**
   * A password to be typed once, of 120 bits.
   *
   * @param random at least 24 bytes
   */
  static String generated(byte[] random) {
    StringBuilder password = new StringBuilder(GENERATED);
    for (int i = 0; i < GENERATED; i++) {
      password.append(ALPHABET.charAt(random[i] & 31));
    }
    return password.toString();
  }

  /** As many letters and digits, of 5 bits each. */
  static String letters(SecureRandom random, int length) {
    return random
        .ints(length, 0, ALPHABET.length())
        .mapToObj(i -> ALPHABET.substring(i, i + 1))
        .collect(java.util.stream.Collectors.joining());
  }

  /** A password that nobody can guess, to be typed once. */
  String generated() {
    byte[] fresh = new byte[GENERATED];
    random.nextBytes(fresh);
    return generated(fresh);
  }

  /** Hashes in the caller's thread. */
  String hashNow(String password) {
    String hash = argon2.encode(password);
    if (hash == null) {
      throw new IllegalStateException("no hash");
    }
    return hash;
  }

  Mono<String> hash(String password) {
    return off(Mono.fromCallable(() -> hashNow(password)));
  }

  /** The hash of a password that the account of this name chose; a problem if it is weak. */
  Mono<String> hashOfChosen(String password, String name) {
    return off(Mono.fromCallable(() -> hashNow(strength.checked(password, name))));
  }

  /** Whether the password has this hash; takes as long, and is never so, where there is none. */
  Mono<Boolean> matches(String password, @Nullable String hash) {
    return off(
        Mono.fromCallable(
            () -> {
              boolean matches = argon2.matches(password, hash == null ? nobody : hash);
              return matches && hash != null;
            }));
  }

  private <T> Mono<T> off(Mono<T> work) {
    return work.subscribeOn(scheduler)
        .onErrorMap(
            RejectedExecutionException.class,
            e -> new Problem(ProblemType.UNAVAILABLE, null).retryAfter(Duration.ofSeconds(5)));
  }

  @Override
  public void close() {
    scheduler.dispose();
  }
}
