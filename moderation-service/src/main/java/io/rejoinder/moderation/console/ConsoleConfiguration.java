package io.rejoinder.moderation.console;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Serves the files of module {@code web} from the class path. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

  private static final String FOLDER = "io/rejoinder/web/console/";

  /** Their names carry a hash of their contents. */
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).immutable();

  @Bean
  RouterFunction<ServerResponse> consoleRoutes() {
    Resource index = new ClassPathResource(FOLDER + "index.html");
    Resource licenses = new ClassPathResource(FOLDER + "licenses.md");
    Resource openApi = new ClassPathResource("io/rejoinder/moderation/openapi.yaml");
    MediaType yaml = MediaType.parseMediaType("application/yaml");
    return RouterFunctions.route()
        .GET("/", request -> entry(request, index, MediaType.TEXT_HTML))
        .GET("/index.html", request -> entry(request, index, MediaType.TEXT_HTML))
        .GET("/licenses.md", request -> entry(request, licenses, MediaType.TEXT_MARKDOWN))
        .GET("/api/openapi.yaml", request -> entry(request, openApi, yaml))
        .build();
  }

  @Bean
  RouterFunction<ServerResponse> consoleAssets() {
    return RouterFunctions.resources(
        "/assets/**",
        new ClassPathResource(FOLDER + "assets/"),
        (resource, headers) -> headers.setCacheControl(FOR_EVER));
  }

  /** A file whose name stays: asked for each time, sent when it changed. */
  private static Mono<ServerResponse> entry(ServerRequest request, Resource file, MediaType type) {
    return Mono.fromCallable(() -> file.exists() ? file.getContentAsByteArray() : new byte[0])
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(
            bytes -> {
              if (bytes.length == 0) {
                return ServerResponse.notFound().build();
              }
              String tag = '"' + DigestUtils.md5DigestAsHex(bytes) + '"';
              return request
                  .checkNotModified(tag)
                  .switchIfEmpty(
                      ServerResponse.ok()
                          .contentType(type)
                          .cacheControl(CacheControl.noCache())
                          .eTag(tag)
                          .bodyValue(bytes));
            });
  }
}
