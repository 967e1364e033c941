package io.rejoinder.moderation.statistics;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The figures, for the staff and for programs. */
final class StatisticsRoutes {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final Statistics statistics;

  StatisticsRoutes(Statistics statistics) {
    this.statistics = statistics;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/api/statistics", this::show)
        .GET("/api/statistics/export", this::export)
        .build();
  }

  private Mono<ServerResponse> show(ServerRequest request) {
    return figures(request)
        .flatMap(
            figures -> ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(figures));
  }

  private Mono<ServerResponse> export(ServerRequest request) {
    return figures(request)
        .flatMap(
            figures ->
                ServerResponse.ok()
                    .contentType(CSV)
                    .cacheControl(CacheControl.noStore())
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"statistics-%s.csv\"".formatted(figures.period()))
                    .bodyValue(Csv.of(figures)));
  }

  private Mono<Figures> figures(ServerRequest request) {
    Span span = Span.named(request.queryParam("period").orElse(Span.WEEK.wireName()));
    return Mono.fromCallable(() -> statistics.of(span)).subscribeOn(Schedulers.boundedElastic());
  }
}
