package io.rejoinder.moderation.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.Sealed;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.Secret;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.account.OneTimeCodes;
import io.rejoinder.events.account.SecondFactor;
import io.rejoinder.moderation.problem.Problem;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is asked for besides a password: codes of a device, and others that are good once each where
 * the device is lost. A device's code is taken once by an instance. Threadsafe.
 */
final class SecondFactors {

  static final String CODE = "code";
  static final String RECOVERY_CODE = "recovery-code";

  private static final String ISSUER = "Rejoinder";

  /** As RFC 4226, section 4, recommends: 160 bits. */
  private static final int SECRET_BYTES = 20;

  private static final int RECOVERY_CODES = 10;

  /** Of 5 bits each: 50 bits, behind a keyed hash and the lock-out. */
  private static final int RECOVERY_LENGTH = 10;

  /** How long somebody may take to type the secret into a device. */
  private static final Duration OFFERED = Duration.ofMinutes(15);

  private final SecureRandom random = new SecureRandom();
  private final Sealer sealer;
  private final SecretKeySpec recoveryKey;
  private final Clock clock;
  private final Map<String, Long> lastSteps = new ConcurrentHashMap<>();

  SecondFactors(Secret secret, Clock clock) {
    this.sealer = new Sealer(secret);
    this.recoveryKey = secret.keyFor("account.recovery-code");
    this.clock = clock;
  }

  /**
   * A secret for an account's device, which is asked for once a code of it was shown.
   *
   * @param secret Base32
   * @param uri the same as authenticator programs read it
   * @param pending what comes back with the first code; nobody else can read it
   */
  record Offer(String secret, String uri, String pending) {
    @Override
    public String toString() {
      return "Offer";
    }
  }

  /**
   * An account that asks for codes from now on.
   *
   * @param recoveryCodes told once, and kept nowhere
   */
  record SwitchedOn(AccountState account, List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "SwitchedOn[" + account + "]";
    }
  }

  /** Something for a device to begin with; nothing is kept of it here. */
  Offer offer(AccountState account) {
    byte[] fresh = new byte[SECRET_BYTES];
    random.nextBytes(fresh);
    String secret = OneTimeCodes.encoded(fresh);
    String label = URLEncoder.encode(account.name(), UTF_8).replace("+", "%20");
    String uri =
        "otpauth://totp/" + ISSUER + ":" + label + "?secret=" + secret + "&issuer=" + ISSUER;
    long until = clock.instant().plus(OFFERED).getEpochSecond();
    String said = String.join(" ", account.id(), Long.toString(until), secret);
    return new Offer(secret, uri, sealer.seal(said).box());
  }

  /** The account with what was offered to it; a problem where the code is not of it. */
  SwitchedOn switchOn(AccountState account, String pending, String code) {
    String secret = secretOf(account, pending);
    if (OneTimeCodes.step(secret, digits(code), clock.instant()).isEmpty()) {
      throw Problem.invalid(CODE, digits(code).length() + " digits", "the device's present code");
    }
    List<String> codes = Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
    List<String> hashes = codes.stream().map(this::hash).toList();
    Instant now = clock.instant();
    SecondFactor factor = new SecondFactor(sealer.seal(secret), hashes, now);
    return new SwitchedOn(account.next(factor, now), codes);
  }

  private String secretOf(AccountState account, String pending) {
    try {
      String[] said = sealer.open(new Sealed(pending, "")).split(" ", -1);
      boolean own = said.length == 3 && said[0].equals(account.id());
      if (own && clock.instant().getEpochSecond() < Long.parseLong(said[1])) {
        return said[2];
      }
    } catch (IllegalStateException e) {
      // Told below, without the value.
    }
    throw Problem.invalid("pending", "not good", "what was offered in the last 15 minutes");
  }

  /**
   * What a code shows of an account that asks for one; empty where it is not good.
   *
   * @return {@value #CODE}, or the hash of the recovery code that is used up by it
   */
  Optional<Shown> shown(AccountState account, SecondFactor factor, String code) {
    String typed = digits(code);
    OptionalLong step = OneTimeCodes.step(sealer.open(factor.secret()), typed, clock.instant());
    if (step.isPresent()) {
      return isFresh(account.id(), step.getAsLong())
          ? Optional.of(new Shown(CODE, null))
          : Optional.empty();
    }
    return Optional.of(hash(typed))
        .filter(factor.recovery()::contains)
        .map(hash -> new Shown(RECOVERY_CODE, factor.without(hash)));
  }

  /** Whoever looked over a shoulder comes too late. */
  private boolean isFresh(String account, long step) {
    long[] before = {Long.MIN_VALUE};
    lastSteps.merge(
        account,
        step,
        (last, now) -> {
          before[0] = last;
          return Math.max(last, now);
        });
    return step > before[0];
  }

  /**
   * What was shown.
   *
   * @param how {@value #CODE} or {@value #RECOVERY_CODE}
   * @param left what the account asks for from now on; null where that stays as it is
   */
  record Shown(String how, @org.jspecify.annotations.Nullable SecondFactor left) {}

  private String recoveryCode() {
    StringBuilder code = new StringBuilder(Passwords.letters(random, RECOVERY_LENGTH));
    return code.insert(RECOVERY_LENGTH / 2, '-').toString();
  }

  private String hash(String code) {
    return HexFormat.of().formatHex(Secret.hmac(recoveryKey, digits(code).getBytes(UTF_8)), 0, 16);
  }

  /** Spaces and hyphens are for people. */
  private static String digits(String code) {
    return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }
}
