package io.rejoinder.review.account;

import io.rejoinder.events.Sealer;
import io.rejoinder.events.account.AccountState;
import io.rejoinder.events.account.OneTimeCodes;
import io.rejoinder.events.account.SecondFactor;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The codes of a device that an account may ask for; each is taken once. Recovery codes are taken
 * by the console alone, which writes them off. Threadsafe.
 */
final class Codes {

  private final Sealer sealer;
  private final Clock clock;
  private final Map<String, Long> lastSteps = new ConcurrentHashMap<>();

  Codes(Sealer sealer, Clock clock) {
    this.sealer = sealer;
    this.clock = clock;
  }

  /** Whether the account asks for one, and none was given. */
  boolean isMissing(AccountState account, String code) {
    return account.secondFactor() != null && code.isBlank();
  }

  /** Whether the account asks for none, or this is its device's present one. */
  boolean isGood(AccountState account, String code) {
    SecondFactor factor = account.secondFactor();
    if (factor == null) {
      return true;
    }
    String digits = code.replaceAll("\\s", "");
    OptionalLong step = OneTimeCodes.step(sealer.open(factor.secret()), digits, clock.instant());
    return step.isPresent() && isFresh(account.id(), step.getAsLong());
  }

  private boolean isFresh(String account, long step) {
    Long last = lastSteps.put(account, step);
    return last == null || step > last;
  }
}
