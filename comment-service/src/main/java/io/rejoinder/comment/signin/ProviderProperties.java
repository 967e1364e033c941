package io.rejoinder.comment.signin;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A provider of OpenID Connect, below {@code rejoinder.comments.sign-in.providers.<id>}.
 *
 * @param issuer its address: https, or http on this machine. What it offers is asked at the first
 *     sign-in ({@code /.well-known/openid-configuration})
 * @param clientId what this installation is called there
 * @param clientSecret the secret that it has there; default none, for a public client
 * @param name what the button says; default the id
 * @param scope what is asked for; default {@code openid profile email}
 * @param algorithm the one algorithm of its ID tokens; default RS256
 * @param lasts how long readers stay signed in here, 1 minute to 30 days; default 7 days
 */
record ProviderProperties(
    URI issuer,
    @NotBlank String clientId,
    @Nullable String clientSecret,
    @Nullable String name,
    @DefaultValue("openid profile email") String scope,
    @Nullable String algorithm,
    @DurationMin(minutes = 1) @DurationMax(days = 30) @DefaultValue("7d") Duration lasts) {

  /** The secret is nobody's to read, in no log either. */
  @Override
  public String toString() {
    return "ProviderProperties[issuer=%s, clientId=%s]".formatted(issuer, clientId);
  }
}
