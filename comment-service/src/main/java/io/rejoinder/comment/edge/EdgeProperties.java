package io.rejoinder.comment.edge;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the HTTP edge is told.
 *
 * @param origins the origins whose pages may call this service from a browser, such as {@code
 *     https://example.org}; default: the site's own. This service's own is always one: behind a
 *     proxy that speaks https, its own forms would look like another's
 * @param address this service's public address
 */
@Validated
@ConfigurationProperties("rejoinder.comments")
record EdgeProperties(List<String> origins, @DefaultValue("http://localhost:8081") String address) {
  @SuppressWarnings("NullAway") // The binder passes null for what is not configured.
  EdgeProperties(
      @Nullable List<String> origins, @DefaultValue("http://localhost:8081") String address) {
    List<String> given = origins == null ? List.of() : origins;
    this.origins =
        Stream.concat(given.stream(), Stream.of(address))
            .map(EdgeProperties::origin)
            .distinct()
            .toList();
    this.address = address;
  }

  /** The origin of an address: without path and trailing slash. */
  private static String origin(String address) {
    int path = address.indexOf('/', address.indexOf("://") + 3);
    return path < 0 ? address : address.substring(0, path);
  }
}
