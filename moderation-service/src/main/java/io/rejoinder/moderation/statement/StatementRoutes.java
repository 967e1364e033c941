package io.rejoinder.moderation.statement;

import io.rejoinder.moderation.account.SignedIn;
import io.rejoinder.moderation.index.Item;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The statements, one by one, for moderators. */
final class StatementRoutes {

  private final Function<Collection<String>, List<Item>> items;

  /**
   * The statements.
   *
   * @param items of these comments, as far as there are any; may wait for the disk
   */
  StatementRoutes(Function<Collection<String>, List<Item>> items) {
    this.items = items;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET("/api/comments/{id}/statement", this::statement).build();
  }

  private Mono<ServerResponse> statement(ServerRequest request) {
    String id = request.pathVariable("id");
    return SignedIn.of(request)
        .flatMap(
            who ->
                Mono.fromSupplier(() -> statement(id, who.account()))
                    .subscribeOn(Schedulers.boundedElastic()))
        .flatMap(
            statement ->
                ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(statement));
  }

  /** Who is asked for an opinion on a comment is not told by this what was decided. */
  Statement statement(String id, String account) {
    return items.apply(List.of(id)).stream()
        .filter(item -> !item.hiddenFrom(account))
        .map(Statement::of)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, "no rejection of it stands"));
  }
}
