package io.rejoinder.moderation.account;

import io.rejoinder.events.Sealed;
import io.rejoinder.events.Sealer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * One way to the provider and back, kept by the browser in a cookie that nobody else can read.
 *
 * @param state comes back with the code
 * @param nonce comes back in the ID token, as a hash
 * @param verifier shows that whoever redeems the code began the flow (RFC 7636)
 * @param until when it is too late
 */
record OidcFlow(String state, String nonce, String verifier, Instant until) {

  private static final int BYTES = 32;
  private static final int PARTS = 4;

  static OidcFlow begin(SecureRandom random, Instant until) {
    return new OidcFlow(fresh(random), fresh(random), fresh(random), until);
  }

  private static String fresh(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  String sealed(Sealer sealer) {
    String said = String.join(" ", state, nonce, verifier, Long.toString(until.getEpochSecond()));
    return sealer.seal(said).box();
  }

  /** The flow of a cookie; empty if it is none of ours, or too late. */
  static Optional<OidcFlow> read(Sealer sealer, String cookie, Instant now) {
    try {
      String[] parts = sealer.open(new Sealed(cookie, "")).split(" ", -1);
      if (parts.length == PARTS) {
        Instant until = Instant.ofEpochSecond(Long.parseLong(parts[3]));
        OidcFlow flow = new OidcFlow(parts[0], parts[1], parts[2], until);
        return now.isBefore(until) ? Optional.of(flow) : Optional.empty();
      }
    } catch (IllegalStateException | NumberFormatException e) {
      // Of another installation, or something else altogether.
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "OidcFlow";
  }
}
