package io.rejoinder.comment.edge;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the HTTP edge is told.
 *
 * @param address the public address of this service; behind a proxy with its path, such as {@code
 *     https://example.org/comments}; default {@code http://localhost:8081}
 */
@Validated
@ConfigurationProperties("rejoinder.comments")
record EdgeProperties(@DefaultValue("http://localhost:8081") URI address) {

  /** Checks that it is an address that paths can be put behind. */
  EdgeProperties {
    if (address.getScheme() == null
        || address.getRawAuthority() == null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "rejoinder.comments.address: %s (expected: scheme://host[:port][/path])"
              .formatted(address));
    }
  }

  /** The origin of the public address. */
  String origin() {
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  /** What stands before this service's paths where readers see them; empty without a proxy's. */
  String prefix() {
    String path = address.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
