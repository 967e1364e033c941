package io.rejoinder.comment.signin;

import java.time.Duration;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which signed tokens a site's own server may vouch for readers with, below {@code
 * rejoinder.comments.sites.<id>.sign-in}. One of {@code secret}, {@code public-key} and {@code
 * jwks} is the key.
 *
 * @param issuer what the claim {@code iss} has to be
 * @param audience what the claim {@code aud} has to have; default {@code rejoinder}
 * @param secret a secret of at least 32 bytes in UTF-8 (RFC 7518, 3.2) for HS256
 * @param publicKey a public key as PEM ({@code BEGIN PUBLIC KEY}) or JWK; RSA of 2048 bits or more,
 *     or EC on P-256, P-384 or P-521
 * @param jwks the address of a JWK set (RFC 7517): https, or http on this machine. It is fetched at
 *     the first sign-in and kept for five minutes
 * @param algorithm the one algorithm that is taken; default RS256, of an EC key the one of its
 *     curve, and of a secret always HS256
 * @param maxAge how long after its issue ({@code iat}) a token is taken at most, 10 s to 1 day;
 *     default 10 minutes
 * @param clockSkew how far the two clocks may be apart, up to 2 minutes; default 30 s
 * @param lasts how long readers stay signed in here, 1 minute to 30 days; default 12 hours
 */
record HostProperties(
    @Nullable String issuer,
    @DefaultValue("rejoinder") String audience,
    @Nullable String secret,
    @Nullable String publicKey,
    @Nullable String jwks,
    @Nullable String algorithm,
    @DurationMin(seconds = 10) @DurationMax(days = 1) @DefaultValue("10m") Duration maxAge,
    @DurationMin @DurationMax(minutes = 2) @DefaultValue("30s") Duration clockSkew,
    @DurationMin(minutes = 1) @DurationMax(days = 30) @DefaultValue("12h") Duration lasts) {

  /** Whether the site's server signs at all. */
  boolean given() {
    return keys() > 0 || issuer != null;
  }

  /**
   * Checks that it is whole.
   *
   * @throws IllegalArgumentException if it is not
   */
  void check(String site) {
    if (issuer == null || issuer.isBlank() || keys() != 1) {
      throw new IllegalArgumentException(
          "rejoinder.comments.sites.%s.sign-in: %d keys%s (expected: an issuer and one of secret, public-key, jwks)"
              .formatted(site, keys(), issuer == null ? " without an issuer" : ""));
    }
  }

  private long keys() {
    return Stream.of(secret, publicKey, jwks).filter(key -> key != null).count();
  }

  /** The secret is nobody's to read, in no log either. */
  @Override
  public String toString() {
    return "HostProperties[issuer=%s, audience=%s]".formatted(issuer, audience);
  }
}
