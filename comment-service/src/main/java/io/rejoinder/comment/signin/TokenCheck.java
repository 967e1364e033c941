package io.rejoinder.comment.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Whether a signed token is one that is meant for here, now. The signature is Nimbus's to check;
 * the claims are looked at afterwards, so that each refusal can say which one it was. Threadsafe.
 */
final class TokenCheck {

  /** A token of a site's server has some 500 characters; nothing near this is looked into. */
  private static final int LONGEST = 8192;

  private final Wanted wanted;
  private final JWSAlgorithm algorithm;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final Clock clock;

  /**
   * What a token has to say.
   *
   * @param issuer the claim {@code iss}
   * @param audience one of the claim {@code aud}
   * @param maxAge how long after its issue it is taken
   * @param skew how far the two clocks may be apart
   */
  record Wanted(String issuer, String audience, Duration maxAge, Duration skew) {}

  TokenCheck(Wanted wanted, HostKey key, Clock clock) {
    this.wanted = wanted;
    this.algorithm = key.algorithm();
    this.clock = clock;
    processor.setJWSKeySelector(key.keys());
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
  }

  /**
   * The claims of a token that is right. Blocks where the key has to be fetched.
   *
   * @throws TokenRefused if it is not
   * @throws IOException if the key cannot be had
   */
  JWTClaimsSet check(String token) throws TokenRefused, IOException {
    if (token.isEmpty() || token.length() > LONGEST) {
      throw TokenRefused.of("", "length " + token.length(), "1.." + LONGEST);
    }
    JWTClaimsSet claims = verified(token);
    if (!wanted.issuer().equals(claims.getIssuer())) {
      throw TokenRefused.of(".iss", "another", "the issuer that is configured");
    }
    if (!claims.getAudience().contains(wanted.audience())) {
      throw TokenRefused.of(".aud", "another", "the audience that is configured");
    }
    times(claims);
    return claims;
  }

  private JWTClaimsSet verified(String token) throws TokenRefused, IOException {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      if (!algorithm.equals(jwt.getHeader().getAlgorithm())) {
        throw TokenRefused.of(".alg", "another", algorithm.getName());
      }
      return processor.process(jwt, null);
    } catch (ParseException e) {
      throw TokenRefused.of("", "length " + token.length(), "a signed JWT");
    } catch (KeySourceException e) {
      throw new IOException("the keys of an issuer cannot be had", e);
    } catch (BadJOSEException | JOSEException e) {
      throw TokenRefused.of(".signature", "does not fit", "by a key that is configured");
    }
  }

  private void times(JWTClaimsSet claims) throws TokenRefused {
    Instant now = clock.instant();
    Instant issued = required(claims.getIssueTime(), "iat");
    Instant expires = required(claims.getExpirationTime(), "exp");
    Date from = claims.getNotBeforeTime();
    if (!now.minus(wanted.skew()).isBefore(expires)) {
      throw TokenRefused.of(".exp", seconds(expires, now) + " ago", "in the future");
    }
    if (from != null && from.toInstant().isAfter(now.plus(wanted.skew()))) {
      throw TokenRefused.of(".nbf", "in " + seconds(now, from.toInstant()), "now or before");
    }
    if (issued.isAfter(now.plus(wanted.skew()))) {
      throw TokenRefused.of(".iat", "in " + seconds(now, issued), "now or before");
    }
    if (issued.isBefore(now.minus(wanted.maxAge()).minus(wanted.skew()))) {
      throw TokenRefused.of(
          ".iat",
          seconds(issued, now) + " ago",
          "at most %d seconds ago".formatted(wanted.maxAge().toSeconds()));
    }
  }

  private static Instant required(@Nullable Date time, String claim) throws TokenRefused {
    if (time == null) {
      throw TokenRefused.of("." + claim, "missing", "a time in seconds");
    }
    return time.toInstant();
  }

  private static String seconds(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() + " seconds";
  }
}
