package io.rejoinder.moderation.account;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in at a provider of OpenID Connect: {@code rejoinder.account.oidc.*}. Without an issuer
 * there is none. Who signs in there needs an account here: what the provider says decides which.
 *
 * @param issuer the provider's address, {@code https}, or {@code http} on this machine; what it
 *     offers is asked for at the first sign-in
 * @param clientId what this installation is called there; required with an issuer
 * @param clientSecret the secret that it has there; none for a public client
 * @param claim whose value is the account's name; {@code preferred_username}
 * @param scope what is asked for; {@code openid profile}
 * @param label what the button calls the provider; its host
 */
@ConfigurationProperties("rejoinder.account.oidc")
record OidcProperties(
    @Nullable URI issuer,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @DefaultValue("preferred_username") String claim,
    @DefaultValue("openid profile") String scope,
    @Nullable String label) {

  /** Checks that what has to be there with an issuer is. */
  OidcProperties {
    if (issuer != null) {
      String host = issuer.getHost();
      boolean local = host != null && (host.equals("localhost") || host.startsWith("127."));
      boolean safe =
          "https".equals(issuer.getScheme()) || (local && "http".equals(issuer.getScheme()));
      if (host == null || !safe) {
        throw new IllegalArgumentException(
            "rejoinder.account.oidc.issuer: scheme "
                + issuer.getScheme()
                + " (expected: an address of https, or of http on this machine)");
      }
      if (clientId == null || clientId.isBlank()) {
        throw new IllegalArgumentException(
            "rejoinder.account.oidc.client-id: missing (expected: what the provider calls this installation)");
      }
    }
  }

  String shown() {
    return label == null ? String.valueOf(issuer == null ? null : issuer.getHost()) : label;
  }

  @Override
  public String toString() {
    return "OidcProperties[" + issuer + "]";
  }
}
