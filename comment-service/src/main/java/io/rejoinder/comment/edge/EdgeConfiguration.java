package io.rejoinder.comment.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.rejoinder.comment.site.Sites;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The parts of the edge, and the routes that belong to no room. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

  private static final String WIDGET = "/widget/";

  /** Pages of others load it each time: a browser asks for it again after five minutes. */
  private static final String EMBED_KEPT = "public, max-age=300";

  private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

  private static final Map<String, ProblemType> PROBLEMS =
      Arrays.stream(ProblemType.values())
          .collect(Collectors.toMap(ProblemType::slug, Function.identity()));

  @Bean
  EdgeFilter edgeFilter(Sites sites, EdgeProperties properties) {
    return new EdgeFilter(new Origins(sites, properties.origin()), properties.prefix());
  }

  @Bean
  Shortcuts shortcuts(List<Shortcut> known) {
    return new Shortcuts(known);
  }

  /**
   * Event loops of this service's own. The shared ones end with whichever context of a JVM ends
   * first, and take the other services' servers with them.
   */
  @Bean
  ReactorResourceFactory reactorResourceFactory() {
    ReactorResourceFactory resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    return resources;
  }

  /** Counts and times requests; a list of those under way costs each as much again. */
  @Bean
  DefaultMeterObservationHandler meterObservationHandler(MeterRegistry meters) {
    return new DefaultMeterObservationHandler(meters, IgnoredMeters.LONG_TASK_TIMER);
  }

  @Bean
  Errors errors() {
    return new Errors();
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  RouterFunction<ServerResponse> files() {
    Files widget = new Files("io/rejoinder/web/widget/");
    Files api = new Files("io/rejoinder/comment/api/");
    Files embed = new Files("io/rejoinder/web/embed/", EMBED_KEPT);
    return RouterFunctions.route()
        .GET(
            WIDGET + "**",
            request -> widget.answer(request, request.path().substring(WIDGET.length())))
        .GET("/embed.js", request -> embed.answer(request, "embed.js"))
        .GET("/api/openapi.yaml", request -> api.answer(request, "openapi.yaml"))
        .GET("/problems/{slug}", EdgeConfiguration::explain)
        .build();
  }

  private static Mono<ServerResponse> explain(ServerRequest request) {
    ProblemType type = PROBLEMS.get(request.pathVariable("slug"));
    if (type == null) {
      return Problem.of(ProblemType.NOT_FOUND).answer(request);
    }
    String text =
        "%s (%d)\n\n%s\n".formatted(type.title(), type.status().value(), type.explanation());
    return new Reply(HttpStatus.OK, TEXT, text.getBytes(StandardCharsets.UTF_8)).mono();
  }
}
