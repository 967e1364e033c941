package io.rejoinder.moderation.quality;

import org.springframework.http.CacheControl;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The edge that shows the figures. */
final class QualityRoutes {

  private final Quality quality;

  QualityRoutes(Quality quality) {
    this.quality = quality;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(
            "/api/screening/quality",
            request ->
                ServerResponse.ok()
                    .cacheControl(CacheControl.noStore())
                    .bodyValue(quality.report()))
        .build();
  }
}
