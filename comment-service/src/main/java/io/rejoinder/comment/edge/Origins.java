package io.rejoinder.comment.edge;

import io.rejoinder.comment.site.Sites;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Which pages may ask for what: a page reaches the threads of its own sites. What anybody may load
 * (the widget, descriptions) is open to pages of any origin, and what only servers ask for to none.
 */
final class Origins {

  private static final List<String> OPEN_FILES = List.of("/embed.js", "/api/openapi.yaml");
  private static final List<String> OPEN_FOLDERS = List.of("/widget/", "/problems/");

  private final Sites sites;
  private final String own;

  /**
   * The origins of these sites.
   *
   * @param own this service's own origin, whose pages it serves itself
   */
  Origins(Sites sites, String own) {
    this.sites = sites;
    this.own = own;
  }

  /** Whether a request is for what anybody may load. Every request is asked: its text tells. */
  static boolean open(ServerHttpRequest request) {
    String path = request.getPath().value();
    return OPEN_FILES.contains(path) || OPEN_FOLDERS.stream().anyMatch(path::startsWith);
  }

  /** Whether a page of this origin may send this request. */
  boolean allow(String origin, ServerHttpRequest request) {
    if (own.equalsIgnoreCase(origin)) {
      return true;
    }
    return switch (segment(request, 1)) {
      case "threads" -> reaches(origin, segment(request, 2));
      case "counts" ->
          sites.know(origin)
              && request.getQueryParams().getOrDefault("thread", List.of()).stream()
                  .allMatch(thread -> reaches(origin, thread));
      case "sites" -> false;
      default -> sites.know(origin);
    };
  }

  private boolean reaches(String origin, String thread) {
    return sites.ofThread(thread).filter(site -> site.has(origin)).isPresent();
  }

  /** A part of the path as the router sees it, decoded; empty beyond the last. */
  private static String segment(ServerHttpRequest request, int index) {
    return request.getPath().pathWithinApplication().elements().stream()
        .filter(PathSegment.class::isInstance)
        .map(element -> ((PathContainer.PathSegment) element).valueToMatch())
        .skip(index)
        .findFirst()
        .orElse("");
  }
}
