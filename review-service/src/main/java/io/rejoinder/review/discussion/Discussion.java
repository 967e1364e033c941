package io.rejoinder.review.discussion;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where comments come from.
 *
 * @param address {@code rejoinder.comments.address}: the public address of the comment service,
 *     behind a proxy with its path; default {@code http://localhost:8081}
 * @param internalAddress {@code rejoinder.comments.internal-address}: where this service reaches
 *     it, if that is somewhere else than readers do; default the public address
 */
@ConfigurationProperties("rejoinder.comments")
public record Discussion(
    @DefaultValue("http://localhost:8081") URI address, @Nullable URI internalAddress) {

  /** Checks that it is an address that stands before paths. */
  public Discussion {
    if (address.getScheme() == null
        || address.getRawAuthority() == null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "rejoinder.comments.address: %s (expected: scheme://host[:port][/path])"
              .formatted(address));
    }
  }

  /** The origin: scheme, host and port, without a slash behind. */
  public String origin() {
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  /** The module that defines {@code <rejoinder-thread>}. */
  public String script() {
    return base() + "/widget/rejoinder.js";
  }

  /** What stands before the service's paths, without a slash behind. */
  public String base() {
    String path = address.getRawPath();
    return origin() + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }

  /** The thread's own page, for readers without JavaScript. */
  public String page(String thread) {
    return base() + "/threads/" + thread;
  }

  /** The thread's newest comments as a feed. */
  public String feed(String thread) {
    return page(thread) + "/feed";
  }

  /** The thread's first comments as HTML, at the address for this service. */
  URI fragment(String thread, int roots) {
    URI base = internalAddress == null ? address : internalAddress;
    String path = "/threads/" + thread + "/fragment?sort=newest&limit=" + roots;
    return URI.create(base.toString().replaceFirst("/+$", "") + path);
  }

  /** What a page's Content-Security-Policy must let it load scripts from and talk to. */
  public String policySource() {
    return origin();
  }
}
