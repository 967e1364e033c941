package io.rejoinder.moderation.bulk;

import io.rejoinder.moderation.account.SignedIn;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The edge that takes batches, tells how they stand, stops them and takes them back. */
final class BatchRoutes {

  private final Batches batches;

  BatchRoutes(Batches batches) {
    this.batches = batches;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .POST("/api/batches", this::begin)
        .GET("/api/batches", request -> ServerResponse.ok().bodyValue(all()))
        .GET("/api/batches/{batch}", request -> shown(known(request)))
        .DELETE("/api/batches/{batch}", this::stop)
        .POST("/api/batches/{batch}/undo", this::undo)
        .build();
  }

  private Map<String, Object> all() {
    return Map.of("batches", batches.all());
  }

  private Mono<ServerResponse> begin(ServerRequest request) {
    Mono<BatchRequest> body =
        request
            .bodyToMono(BatchRequest.class)
            .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.BAD_REQUEST, "no body")));
    return Mono.zip(SignedIn.of(request), body)
        .flatMap(
            both -> {
              SignedIn who = both.getT1();
              return batches.begin(both.getT2().wish(who.account()), who.by());
            })
        .flatMap(BatchRoutes::accepted);
  }

  private Mono<ServerResponse> undo(ServerRequest request) {
    String batch = request.pathVariable("batch");
    if (!batch.matches("[0-9a-f]{32}")) {
      return Mono.error(new Problem(ProblemType.NOT_FOUND, null));
    }
    return SignedIn.of(request)
        .flatMap(who -> batches.undo(batch, who.by()))
        .flatMap(BatchRoutes::accepted);
  }

  private static Mono<ServerResponse> accepted(Batch.Progress progress) {
    return ServerResponse.status(HttpStatus.ACCEPTED)
        .header("Location", "/api/batches/" + progress.id())
        .bodyValue(progress);
  }

  private Mono<ServerResponse> stop(ServerRequest request) {
    Batch batch = known(request);
    batch.stop();
    return shown(batch);
  }

  private static Mono<ServerResponse> shown(Batch batch) {
    return ServerResponse.ok().bodyValue(batch.progress());
  }

  private Batch known(ServerRequest request) {
    return batches
        .of(request.pathVariable("batch"))
        .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, null));
  }
}
