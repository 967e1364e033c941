package io.rejoinder.comment.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.edge.Reply;
import io.rejoinder.comment.identity.ReaderGate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A reader's data over HTTP, by the identity that wrote it. */
final class PersonalRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(PersonalRoutes.class);

  private final ReaderGate gate;
  private final List<Holding> holdings;
  private final Duration within;
  private final Clock clock;

  PersonalRoutes(ReaderGate gate, List<Holding> holdings, Duration within, Clock clock) {
    this.gate = gate;
    this.holdings = List.copyOf(holdings);
    this.within = within;
    this.clock = clock;
  }

  /** Everything, as one JSON document that is written while it is read: no size is too large. */
  Mono<ServerResponse> data(ServerRequest request) {
    return gate.paced(
        request,
        reader -> {
          gate.accepted();
          return Reply.pieces("application/json", document(reader).timeout(within))
              .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\"")
              .header(HttpHeaders.CACHE_CONTROL, "no-store")
              .mono();
        });
  }

  private Flux<byte[]> document(String reader) {
    String head = "{\"reader\":\"" + reader + "\",\"at\":\"" + clock.instant() + "\"";
    Flux<byte[]> lists = Flux.fromIterable(holdings).concatMap(holding -> list(holding, reader));
    return Flux.concat(Mono.just(bytes(head)), lists, Mono.just(bytes("}\n")));
  }

  private static Flux<byte[]> list(Holding holding, String reader) {
    Flux<byte[]> items =
        holding.of(reader).index().map(one -> item(one.getT1() == 0 ? "" : ",", one.getT2()));
    String head = ",\"" + holding.name() + "\":[";
    return Flux.concat(Mono.just(bytes(head)), items, Mono.just(bytes("]")));
  }

  private static byte[] item(String separator, Object item) {
    return bytes(separator + "\n" + new String(Json.bytes(item), UTF_8));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** Has everything erased. It is taken once the broker has all of it; the rest is a delay. */
  Mono<ServerResponse> erase(ServerRequest request) {
    return gate.paced(request, reader -> erase(request, reader));
  }

  private Mono<ServerResponse> erase(ServerRequest request, String reader) {
    Map<String, Long> erased = new TreeMap<>();
    return Flux.fromIterable(holdings)
        .concatMap(holding -> holding.erase(reader).doOnNext(n -> erased.put(holding.name(), n)))
        .then(Mono.fromSupplier(() -> taken(erased)))
        .timeout(within)
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
