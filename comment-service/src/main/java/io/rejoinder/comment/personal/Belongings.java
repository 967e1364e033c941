package io.rejoinder.comment.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.edge.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All that the rooms keep of somebody. Threadsafe. */
public final class Belongings {

  private final List<Holding> holdings;
  private final Duration within;
  private final Clock clock;

  Belongings(List<Holding> holdings, Duration within, Clock clock) {
    this.holdings = List.copyOf(holdings);
    this.within = within;
    this.clock = clock;
  }

  /** Everything, as one JSON document that is written while it is read: no size is too large. */
  public Reply download(Person person) {
    return Reply.pieces("application/json", document(person).timeout(within))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private Flux<byte[]> document(Person person) {
    Map<String, String> said = new LinkedHashMap<>(person.named());
    said.put("at", clock.instant().toString());
    String object = new String(Json.bytes(said), UTF_8);
    String head = object.substring(0, object.length() - 1);
    Flux<byte[]> lists = Flux.fromIterable(holdings).concatMap(holding -> list(holding, person));
    return Flux.concat(Mono.just(bytes(head)), lists, Mono.just(bytes("}\n")));
  }

  private static Flux<byte[]> list(Holding holding, Person person) {
    Flux<byte[]> items =
        holding.of(person).index().map(one -> item(one.getT1() == 0 ? "" : ",", one.getT2()));
    String head = ",\"" + holding.name() + "\":[";
    return Flux.concat(Mono.just(bytes(head)), items, Mono.just(bytes("]")));
  }

  private static byte[] item(String separator, Object item) {
    return bytes(separator + "\n" + new String(Json.bytes(item), UTF_8));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** How many things there are of each kind, in the order in which a download has them. */
  public Mono<Map<String, Long>> count(Person person) {
    return each(holding -> holding.of(person).count());
  }

  /**
   * Has everything erased. It is complete once the broker has all of it; the rest is a delay.
   *
   * @return how many things of each kind; fails where that is not confirmed, and can be repeated
   */
  public Mono<Map<String, Long>> erase(Person person) {
    return each(holding -> holding.erase(person));
  }

  private Mono<Map<String, Long>> each(Function<Holding, Mono<Long>> act) {
    return Flux.fromIterable(holdings)
        .concatMap(holding -> act.apply(holding).map(n -> Map.entry(holding.name(), n)))
        .collect(
            () -> (Map<String, Long>) new LinkedHashMap<String, Long>(),
            (all, one) -> all.put(one.getKey(), one.getValue()))
        .timeout(within);
  }
}
