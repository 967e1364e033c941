package io.rejoinder.comment.rendering;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Tells this service's own forms from those of other sites, which would post in the name of whoever
 * visits them. Every browser of the last years says where a form comes from.
 */
public final class OwnForms {

  private final String own;

  /** Forms of pages at this public address. */
  public OwnForms(String address) {
    this.own = origin(address);
  }

  /** Whether the request says that it comes from a page of this service. */
  public boolean sent(ServerRequest request) {
    HttpHeaders headers = request.exchange().getRequest().getHeaders();
    String site = headers.getFirst("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    String given = headers.getOrigin();
    String from = origin(given == null ? headers.getFirst(HttpHeaders.REFERER) : given);
    String host = headers.getFirst(HttpHeaders.HOST);
    // A proxy may speak https to the outside and plain http to this service.
    return !from.isEmpty()
        && (from.equals(own) || from.equals("http://" + host) || from.equals("https://" + host));
  }

  /** Scheme, host and port; empty for what is no address. */
  private static String origin(@Nullable String address) {
    if (address == null) {
      return "";
    }
    try {
      URI uri = URI.create(address);
      String authority = uri.getRawAuthority();
      return uri.getScheme() == null || authority == null
          ? ""
          : uri.getScheme() + "://" + authority;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
