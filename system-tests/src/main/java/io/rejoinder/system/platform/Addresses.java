package io.rejoinder.system.platform;

import java.net.URI;
import java.util.List;

/**
 * Where a platform is reached; each service may run more than once.
 *
 * @param sites review-service
 * @param apis comment-service
 * @param consoles moderation-service
 * @param store the store's URI
 */
public record Addresses(List<URI> sites, List<URI> apis, List<URI> consoles, String store) {
  /** Copies the lists. */
  public Addresses {
    sites = List.copyOf(sites);
    apis = List.copyOf(apis);
    consoles = List.copyOf(consoles);
  }

  /** The site, as a browser is to call it. */
  public URI site() {
    return sites.get(0);
  }

  /** The comments API. */
  public URI api() {
    return apis.get(0);
  }

  /** The moderators' console. */
  public URI console() {
    return consoles.get(0);
  }
}
