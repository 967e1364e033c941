package io.rejoinder.moderation.trial;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.moderation.account.SignedIn;
import io.rejoinder.moderation.intake.LiveLoad;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import io.rejoinder.moderation.settings.Draft;
import io.rejoinder.moderation.settings.JsonBody;
import io.rejoinder.moderation.settings.OperatingPoints;
import io.rejoinder.moderation.settings.SettingsLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Trials: begun and stopped by administrators, read by the staff. */
final class TrialRoutes {

  private static final int DAYS = 30;
  private static final int MOST_DAYS = 36_500;
  private static final int LIMIT = 100;

  private final Trials trials;
  private final SettingsLog settings;
  private final Making making;
  private final Clock clock;

  TrialRoutes(Trials trials, SettingsLog settings, Making making, Clock clock) {
    this.trials = trials;
    this.settings = settings;
    this.making = making;
    this.clock = clock;
  }

  /** What trials are made of. */
  record Making(Supplier<StateLog> log, Rejudge rejudge, OperatingPoints points, LiveLoad live) {}

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/api/screening/trials", request -> list())
        .POST("/api/screening/trials", this::begin)
        .GET("/api/screening/trials/{trial}", request -> answer(TrialView.of(named(request))))
        .GET("/api/screening/trials/{trial}/changes", this::changes)
        .DELETE("/api/screening/trials/{trial}", this::stop)
        .build();
  }

  private Mono<ServerResponse> list() {
    return answer(Map.of("trials", trials.all().stream().map(TrialView::of).toList()));
  }

  private Mono<ServerResponse> begin(ServerRequest request) {
    return Mono.zip(JsonBody.of(request, Wish.class), by(request))
        // Rules are compiled: too long for an event loop.
        .publishOn(Schedulers.boundedElastic())
        .map(both -> begun(both.getT1(), both.getT2()))
        .flatMap(
            trial ->
                ServerResponse.status(HttpStatus.CREATED)
                    .header("Location", "/api/screening/trials/" + trial.plan().id())
                    .bodyValue(TrialView.of(trial)));
  }

  private Trial begun(Wish wish, By by) {
    if (wish.settings() == null) {
      throw Problem.invalid("settings", "absent", "required");
    }
    Instant now = clock.instant();
    Instant since = since(wish, now);
    ScreeningSettings current = settings.current();
    Draft.Made made = new Draft.Made(by, "a trial", null, now);
    ScreeningSettings candidate =
        wish.settings().version(current.version() + 1, making.points(), made);
    return trials.begin(
        id ->
            new Trial(
                new Trial.Plan(id, current, candidate, since, by, now),
                making.log(),
                making.rejudge(),
                new Pace(making.live())));
  }

  private static @Nullable Instant since(Wish wish, Instant now) {
    if (Boolean.TRUE.equals(wish.all())) {
      return null;
    }
    int days = wish.days() == null ? DAYS : wish.days();
    if (days < 1 || days > MOST_DAYS) {
      throw Problem.invalid("days", days, "1.." + MOST_DAYS);
    }
    return now.minus(Duration.ofDays(days));
  }

  private Mono<ServerResponse> changes(ServerRequest request) {
    List<Change> found =
        named(request).tally().changes(request.queryParam("after").orElse(""), LIMIT);
    Map<String, Object> page = new HashMap<>();
    page.put("changes", found);
    page.put("next", found.size() < LIMIT ? null : found.get(found.size() - 1).key());
    return answer(page);
  }

  private Mono<ServerResponse> stop(ServerRequest request) {
    named(request).stop();
    return ServerResponse.noContent().build();
  }

  private Trial named(ServerRequest request) {
    return trials
        .withId(request.pathVariable("trial"))
        .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, null));
  }

  private static Mono<By> by(ServerRequest request) {
    return request
        .principal()
        .cast(Authentication.class)
        .map(Authentication::getPrincipal)
        .cast(SignedIn.class)
        .map(SignedIn::by);
  }

  private static Mono<ServerResponse> answer(Object body) {
    return ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(body);
  }

  /**
   * What {@code POST /api/screening/trials} takes.
   *
   * @param settings the candidate
   * @param days how far back; 30
   * @param all everything there is, whatever {@code days} says
   */
  record Wish(@Nullable Draft settings, @Nullable Integer days, @Nullable Boolean all) {}
}
