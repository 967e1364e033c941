package io.rejoinder.moderation.audit;

import io.rejoinder.events.audit.AuditEntry;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The chain, page by page and as a file, for administrators. */
final class AuditRoutes {

  private static final int LIMIT = 50;
  private static final int MOST = 500;

  private final AuditLog log;
  private final CheckpointKey key;
  private final Clock clock;

  AuditRoutes(AuditLog log, CheckpointKey key, Clock clock) {
    this.log = log;
    this.key = key;
    this.clock = clock;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/api/audit", this::page)
        .GET("/api/audit/key", request -> key())
        .GET("/api/audit/checkpoint", request -> checkpoint())
        .GET("/api/audit/export", this::export)
        .build();
  }

  private Mono<ServerResponse> page(ServerRequest request) {
    long after = number(request, "after", 0, 0, Long.MAX_VALUE);
    long limit = number(request, "limit", LIMIT, 1, MOST);
    return log.after(after)
        .take(limit)
        .collectList()
        .flatMap(
            entries ->
                ServerResponse.ok()
                    .cacheControl(CacheControl.noStore())
                    .bodyValue(new Page(entries, next(entries, limit))));
  }

  private static @Nullable Long next(List<AuditEntry> page, long limit) {
    return page.size() < limit ? null : page.get(page.size() - 1).number();
  }

  private Mono<ServerResponse> key() {
    return ServerResponse.ok()
        .bodyValue(Map.of("algorithm", CheckpointKey.ALGORITHM, "publicKey", key.publicKey()));
  }

  /** Kept elsewhere from time to time, it shows later that nothing before it was taken out. */
  private Mono<ServerResponse> checkpoint() {
    return log.newest()
        .map(newest -> key.sign(newest, clock.instant()))
        .flatMap(
            signed -> ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(signed))
        .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND, "no entry yet")));
  }

  private Mono<ServerResponse> export(ServerRequest request) {
    ExportFormat format = format(request);
    long from = number(request, "from", 1, 1, Long.MAX_VALUE);
    long to = number(request, "to", Long.MAX_VALUE, from, Long.MAX_VALUE);
    String file = "attachment; filename=\"audit." + format.name().toLowerCase(Locale.ROOT) + "\"";
    return ServerResponse.ok()
        .contentType(format.type())
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, file)
        .body(lines(format, from, to), String.class);
  }

  private Flux<String> lines(ExportFormat format, long from, long to) {
    AtomicReference<AuditEntry> newest = new AtomicReference<>();
    Flux<String> entries =
        log.after(from - 1)
            .takeWhile(entry -> entry.number() <= to)
            .doOnNext(newest::set)
            .map(format::line);
    Mono<String> checkpoint =
        Mono.fromSupplier(newest::get).map(last -> format.line(key.sign(last, clock.instant())));
    return Flux.concat(Flux.just(format.head()), entries, checkpoint)
        .filter(line -> !line.isEmpty());
  }

  private static ExportFormat format(ServerRequest request) {
    String name = request.queryParam("format").orElse("jsonl");
    for (ExportFormat format : ExportFormat.values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
        return format;
      }
    }
    throw Problem.invalid("format", "unknown", "jsonl or csv");
  }

  private static long number(
      ServerRequest request, String name, long without, long least, long most) {
    String bound = least + (most == Long.MAX_VALUE ? " or more" : ".." + most);
    String text = request.queryParam(name).orElse(Long.toString(without));
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
      throw Problem.invalid(name, number, bound);
    } catch (NumberFormatException e) {
      throw Problem.invalid(name, "no number", bound);
    }
  }

  private record Page(List<AuditEntry> entries, @Nullable Long next) {}
}
