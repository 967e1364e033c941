package io.rejoinder.comment.signin;

import io.rejoinder.comment.identity.SignedIn;
import io.rejoinder.comment.identity.SignedTokens;
import io.rejoinder.events.Sealer;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Makes an identity of what is vouched for.
 *
 * @param longest code points of a name at most
 */
record Identifying(SignedTokens tokens, Sealer sealer, int longest, Clock clock) {

  /**
   * The identity.
   *
   * @param scope who trusts the issuer, see {@link SignedTokens#idOf}
   * @param lasts for how long
   */
  SignedIn reader(String scope, String site, Vouched vouched, Duration lasts) {
    String email = vouched.email();
    return new SignedIn(
        tokens.idOf(scope, vouched.issuer(), vouched.subject()),
        site,
        vouched.name(),
        email == null ? null : sealer.seal(email),
        clock.instant().plus(lasts).truncatedTo(ChronoUnit.SECONDS));
  }
}
