package io.rejoinder.moderation.problem;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Wires problem documents, and the pages that explain their types. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

  @Bean
  Problems problems(JsonMapper json) {
    return new Problems(json);
  }

  @Bean
  RouterFunction<ServerResponse> problemRoutes() {
    return route()
        .GET("/problems/{slug}", request -> explained(request.pathVariable("slug")))
        .build();
  }

  private static Mono<ServerResponse> explained(String slug) {
    return ProblemType.named(slug)
        .map(
            type ->
                ServerResponse.ok()
                    .contentType(MediaType.TEXT_PLAIN)
                    .bodyValue(
                        type.title()
                            + " ("
                            + type.status().value()
                            + ")\n\n"
                            + type.explanation()
                            + "\n"))
        .orElseGet(() -> Mono.error(new Problem(ProblemType.NOT_FOUND, null)));
  }
}
