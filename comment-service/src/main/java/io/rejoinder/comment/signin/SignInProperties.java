package io.rejoinder.comment.signin;

import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How readers of each site sign in.
 *
 * @param sites by the ids of the sites
 */
@Validated
@ConfigurationProperties("rejoinder.comments")
record SignInProperties(Map<String, @Valid OfSite> sites) {
  @SuppressWarnings("NullAway") // The binder passes null for what is not configured.
  SignInProperties(@Nullable Map<String, OfSite> sites) {
    this.sites = sites == null ? Map.of() : Map.copyOf(sites);
  }

  /**
   * What a site has.
   *
   * @param signIn by tokens of its own server; null for none
   */
  record OfSite(@Valid @Nullable HostProperties signIn) {}
}
