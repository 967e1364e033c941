package io.rejoinder.comment.thread;

import io.rejoinder.comment.edge.ETag;
import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The counts of many threads in one answer. */
final class CountRoutes {

  private static final int MOST = 100;
  private static final int LONGEST_ID = 64;

  /** A page that is opened again within this time asks nothing. */
  private static final String KEPT = "public, max-age=30";

  private final Counts counts;

  CountRoutes(Counts counts) {
    this.counts = counts;
  }

  Mono<ServerResponse> read(ServerRequest request) {
    List<String> threads =
        request.exchange().getRequest().getQueryParams().getOrDefault("thread", List.of()).stream()
            .distinct()
            .toList();
    String fault = fault(threads);
    if (fault != null) {
      FieldError error =
          new FieldError(
              "thread", fault, "1..%d ids of 1..%d of a-z, 0-9, -".formatted(MOST, LONGEST_ID));
      return Problem.of(ProblemType.INVALID_REQUEST, List.of(error)).answer(request);
    }
    String known = request.exchange().getRequest().getHeaders().getFirst("If-None-Match");
    return counts.of(threads).map(found -> reply(threads, found, known));
  }

  private static @Nullable String fault(List<String> threads) {
    if (threads.isEmpty() || threads.size() > MOST) {
      return threads.size() + " ids";
    }
    return threads.stream()
        .filter(thread -> !thread.matches("[a-z0-9-]{1,64}"))
        .findFirst()
        .map(thread -> "an id of length " + thread.length())
        .orElse(null);
  }

  private static ServerResponse reply(
      List<String> threads, Map<String, Long> found, @Nullable String known) {
    Map<String, Long> ordered = new LinkedHashMap<>();
    threads.forEach(thread -> ordered.put(thread, found.getOrDefault(thread, 0L)));
    byte[] body = Json.bytes(Map.of("counts", ordered));
    String etag = ETag.of(body);
    Reply reply =
        ETag.matches(known, etag)
            ? Reply.empty(HttpStatus.NOT_MODIFIED)
            : Reply.json(HttpStatus.OK, body);
    return reply.header(HttpHeaders.ETAG, etag).header(HttpHeaders.CACHE_CONTROL, KEPT);
  }
}
