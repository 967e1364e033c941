package io.rejoinder.comment.personal;

import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.identity.ReaderGate;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** A reader's data over HTTP, by the identity that wrote it. */
final class PersonalRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(PersonalRoutes.class);

  private final ReaderGate gate;
  private final Belongings belongings;

  PersonalRoutes(ReaderGate gate, Belongings belongings) {
    this.gate = gate;
    this.belongings = belongings;
  }

  Mono<ServerResponse> data(ServerRequest request) {
    return gate.paced(
        request,
        reader -> {
          gate.accepted();
          return belongings.download(new Person.Identity(reader)).mono();
        });
  }

  Mono<ServerResponse> erase(ServerRequest request) {
    return gate.paced(request, reader -> erase(request, reader));
  }

  private Mono<ServerResponse> erase(ServerRequest request, String reader) {
    return belongings
        .erase(new Person.Identity(reader))
        .map(this::taken)
        .onErrorResume(
            e -> {
              LOG.warn("an erasure was not confirmed: {}", e.toString());
              return gate.refuse(
                  Problem.of(ProblemType.NOT_CONFIRMED).withHeader(HttpHeaders.RETRY_AFTER, "5"),
                  request);
            });
  }

  private ServerResponse taken(Map<String, Long> erased) {
    gate.accepted();
    return Reply.json(HttpStatus.ACCEPTED, Json.bytes(new Erased(erased)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private record Erased(Map<String, Long> erased) {}
}
