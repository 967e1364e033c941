package io.rejoinder.comment.edge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the HTTP edge is told.
 *
 * @param origins the origins whose pages may call this service from a browser, such as {@code
 *     https://example.org}; default: the site's own
 */
@Validated
@ConfigurationProperties("rejoinder.comments")
record EdgeProperties(List<String> origins) {
  @SuppressWarnings("NullAway") // The binder passes null for what is not configured.
  EdgeProperties(@Nullable List<String> origins) {
    this.origins =
        origins == null ? List.of() : origins.stream().map(EdgeProperties::origin).toList();
  }

  /** The origin of an address: without path and trailing slash. */
  private static String origin(String address) {
    int path = address.indexOf('/', address.indexOf("://") + 3);
    return path < 0 ? address : address.substring(0, path);
  }
}
