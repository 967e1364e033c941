package io.rejoinder.comment.site;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The sites whose pages have threads here.
 *
 * @param origins the origins of the site {@code reviews}, unless it has some of its own; default:
 *     the origin of {@code rejoinder.site.address}
 * @param sites the sites by their ids; {@code reviews} is always one
 */
@Validated
@ConfigurationProperties("rejoinder.comments")
record SitesProperties(List<String> origins, Map<String, @Valid SiteProperties> sites) {
  @SuppressWarnings("NullAway") // The binder passes null for what is not configured.
  SitesProperties(@Nullable List<String> origins, @Nullable Map<String, SiteProperties> sites) {
    this.origins = origins == null ? List.of() : List.copyOf(origins);
    this.sites = sites == null ? Map.of() : Map.copyOf(sites);
  }
}
