package io.rejoinder.comment.signin;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How readers sign in.
 *
 * @param sites what each site has, by its id
 * @param signIn what the installation has
 */
@Validated
@ConfigurationProperties("rejoinder.comments")
record SignInProperties(Map<String, @Valid OfSite> sites, @Valid Installation signIn) {
  @SuppressWarnings("NullAway") // The binder passes null for what is not configured.
  SignInProperties(@Nullable Map<String, OfSite> sites, @Nullable Installation signIn) {
    this.sites = sites == null ? Map.of() : Map.copyOf(sites);
    this.signIn = signIn == null ? new Installation(null) : signIn;
  }

  /**
   * What a site has.
   *
   * @param signIn tokens of its own server; null for none
   * @param providers the ids of the installation's providers that its readers may choose from, in
   *     order; default none
   * @param staff names that only tokens of the site's own server with {@code "staff": true} may
   *     carry; default none
   */
  record OfSite(
      @Valid @Nullable HostProperties signIn, List<String> providers, List<String> staff) {
    @SuppressWarnings("NullAway") // The binder passes null for what is not configured.
    OfSite(
        @Nullable HostProperties signIn,
        @Nullable List<String> providers,
        @Nullable List<String> staff) {
      this.signIn = signIn;
      this.providers = providers == null ? List.of() : List.copyOf(providers);
      this.staff = staff == null ? List.of() : List.copyOf(staff);
    }
  }

  /**
   * What all sites may use.
   *
   * @param providers of OpenID Connect, by ids of lower-case letters, digits and hyphens
   */
  record Installation(Map<String, @Valid ProviderProperties> providers) {
    @SuppressWarnings("NullAway") // The binder passes null for what is not configured.
    Installation(@Nullable Map<String, ProviderProperties> providers) {
      this.providers = providers == null ? Map.of() : Map.copyOf(providers);
    }
  }
}
