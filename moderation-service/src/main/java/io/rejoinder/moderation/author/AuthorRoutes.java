package io.rejoinder.moderation.author;

import io.rejoinder.events.Sealed;
import io.rejoinder.events.author.AuthorKeys;
import io.rejoinder.events.author.AuthorState;
import io.rejoinder.moderation.account.SignedIn;
import io.rejoinder.moderation.author.Keeping.Keeper;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The edge for what moderators hold of authors. */
final class AuthorRoutes {

  private static final int LIMIT = 50;
  private static final int MOST = 200;

  private final Authors authors;
  private final Keeping keeping;
  private final Function<String, Mono<Sealed>> addressOf;
  private final Clock clock;

  /**
   * The edge.
   *
   * @param addressOf the address that a comment came from, by its id; empty where there is none
   */
  AuthorRoutes(
      Authors authors, Keeping keeping, Function<String, Mono<Sealed>> addressOf, Clock clock) {
    this.authors = authors;
    this.keeping = keeping;
    this.addressOf = addressOf;
    this.clock = clock;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/api/authors", this::list)
        .GET("/api/authors/{kind}/{key}", this::show)
        .PUT("/api/authors/{kind}/{key}/standing", this::stand)
        .PUT("/api/authors/{kind}/{key}/labels", this::label)
        .POST("/api/authors/{kind}/{key}/notes", this::note)
        .PUT("/api/comments/{id}/range", this::standRange)
        .build();
  }

  /** Those of whom something is held, what changed last first. */
  private Mono<ServerResponse> list(ServerRequest request) {
    int limit = limit(request);
    String after = request.queryParam("after").orElse(null);
    Instant now = clock.instant();
    List<AuthorState> all = authors.all();
    int from = after == null ? 0 : behind(all, after);
    List<AuthorState> page = all.subList(from, Math.min(all.size(), from + limit));
    Map<String, Object> answer = new HashMap<>();
    answer.put("authors", page.stream().map(state -> AuthorView.of(state, now)).toList());
    answer.put("next", from + limit < all.size() ? page.get(page.size() - 1).author() : null);
    return answer(answer);
  }

  private static int behind(List<AuthorState> all, String after) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).author().equals(after)) {
        return i + 1;
      }
    }
    throw Problem.invalid("after", "unknown", "next of the page before");
  }

  private static int limit(ServerRequest request) {
    String text = request.queryParam("limit").orElse(Integer.toString(LIMIT));
    if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MOST) {
      throw Problem.invalid("limit", text.length() + " characters", "1.." + MOST);
    }
    return Integer.parseInt(text);
  }

  private Mono<ServerResponse> show(ServerRequest request) {
    String key = key(request);
    return answer(
        AuthorView.of(authors.of(key).orElseGet(() -> Keeping.ofNobody(key)), clock.instant()));
  }

  private Mono<ServerResponse> stand(ServerRequest request) {
    String key = key(request);
    if (key.startsWith(AuthorKeys.RANGE) && authors.of(key).isEmpty()) {
      // A range is named by a comment that came from it.
      throw new Problem(ProblemType.NOT_FOUND, null);
    }
    return Mono.zip(body(request, Wishes.Stand.class), keeper(request))
        .flatMap(
            both -> keeping.stand(key, null, both.getT1().checked(clock.instant()), both.getT2()))
        .flatMap(this::changed);
  }

  private Mono<ServerResponse> standRange(ServerRequest request) {
    return Mono.zip(body(request, Wishes.StandRange.class), keeper(request))
        .flatMap(
            both -> {
              int prefix = both.getT1().checkedPrefix();
              Wishes.Wanted wanted = both.getT1().checked(clock.instant());
              return addressOf
                  .apply(request.pathVariable("id"))
                  .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND, null)))
                  .map(address -> range(address, prefix))
                  .flatMap(
                      range ->
                          keeping.stand(
                              AuthorKeys.RANGE + range.hash(), range, wanted, both.getT2()));
            })
        .flatMap(this::changed);
  }

  private Sealed range(Sealed address, int prefix) {
    return authors
        .range(address, prefix)
        .orElseThrow(() -> Problem.invalid("prefix", prefix, "24 or 16 of IPv4, 48 or 32 of IPv6"));
  }

  private Mono<ServerResponse> label(ServerRequest request) {
    String key = personsKey(request);
    return Mono.zip(body(request, Wishes.Labels.class), keeper(request))
        .flatMap(
            both ->
                keeping.label(
                    key,
                    both.getT1().checked(),
                    Wishes.version(both.getT1().basedOn()),
                    both.getT2()))
        .flatMap(this::changed);
  }

  private Mono<ServerResponse> note(ServerRequest request) {
    String key = personsKey(request);
    return Mono.zip(body(request, Wishes.NewNote.class), keeper(request))
        .flatMap(
            both ->
                keeping.note(
                    key,
                    both.getT1().checked(),
                    Wishes.version(both.getT1().basedOn()),
                    both.getT2()))
        .flatMap(this::changed);
  }

  private static String key(ServerRequest request) {
    String key = request.pathVariable("kind") + "/" + request.pathVariable("key");
    if (!AuthorKeys.isKey(key)) {
      throw new Problem(ProblemType.NOT_FOUND, null);
    }
    return key;
  }

  /** Nothing is known of a range but how it stands. */
  private static String personsKey(ServerRequest request) {
    String key = key(request);
    if (key.startsWith(AuthorKeys.RANGE)) {
      throw new Problem(ProblemType.NOT_FOUND, null);
    }
    return key;
  }

  private static Mono<Keeper> keeper(ServerRequest request) {
    return Mono.zip(SignedIn.of(request), SignedIn.isSenior(request))
        .map(both -> new Keeper(both.getT1(), both.getT2()));
  }

  private static <T> Mono<T> body(ServerRequest request, Class<T> shape) {
    return request
        .bodyToMono(shape)
        .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.BAD_REQUEST, "no body")));
  }

  private Mono<ServerResponse> changed(AuthorState state) {
    return answer(AuthorView.of(state, clock.instant()));
  }

  private static Mono<ServerResponse> answer(Object body) {
    return ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(body);
  }
}
