package io.rejoinder.moderation.settings;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.moderation.account.SignedIn;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The settings and their versions: to read for the staff, to save for administrators. */
final class SettingsRoutes {

  private static final int LIMIT = 50;
  private static final int MOST = 200;

  private final SettingsLog log;
  private final Versions versions;

  SettingsRoutes(SettingsLog log, Versions versions) {
    this.log = log;
    this.versions = versions;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/api/screening/settings", request -> answer(log.current()))
        .GET("/api/screening/settings/versions", this::list)
        .POST("/api/screening/settings/versions", this::save)
        .GET("/api/screening/settings/versions/{version}", request -> answer(named(request)))
        .POST("/api/screening/settings/versions/{version}/restore", this::restore)
        .GET("/api/screening/settings/diff", this::difference)
        .build();
  }

  private Mono<ServerResponse> list(ServerRequest request) {
    int before = number(request, "before", Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
    int limit = number(request, "limit", LIMIT, 1, MOST);
    List<Line> lines = log.before(before, limit).stream().map(Line::of).toList();
    return answer(Map.of("current", log.current().version(), "versions", lines));
  }

  private Mono<ServerResponse> save(ServerRequest request) {
    return Mono.zip(JsonBody.of(request, Saving.class), by(request))
        .flatMap(
            both -> {
              Saving saving = both.getT1();
              Faults faults = new Faults();
              faults.present("settings", saving.settings());
              Versions.Reason reason = reason(saving.basedOn(), saving.why(), faults);
              return saving.settings() == null
                  ? Mono.empty()
                  : versions.save(saving.settings(), reason, both.getT2());
            })
        .flatMap(SettingsRoutes::created);
  }

  private Mono<ServerResponse> restore(ServerRequest request) {
    int number = named(request).version();
    return Mono.zip(JsonBody.of(request, Restoring.class), by(request))
        .flatMap(
            both -> {
              Restoring wish = both.getT1();
              Versions.Reason reason = reason(wish.basedOn(), wish.why(), new Faults());
              return versions.restore(number, reason, both.getT2());
            })
        .flatMap(SettingsRoutes::created);
  }

  private static Versions.Reason reason(
      @Nullable Integer basedOn, @Nullable String why, Faults faults) {
    faults.present("basedOn", basedOn);
    faults.length("why", why == null ? "" : why.strip(), 500);
    faults.raise();
    return new Versions.Reason(basedOn == null ? 0 : basedOn, why == null ? "" : why.strip());
  }

  private Mono<ServerResponse> difference(ServerRequest request) {
    ScreeningSettings from = versions.version(number(request, "from", -1, 0, Integer.MAX_VALUE));
    ScreeningSettings to =
        versions.version(number(request, "to", log.current().version(), 0, Integer.MAX_VALUE));
    return answer(
        Map.of(
            "from", from.version(),
            "to", to.version(),
            "changes", Difference.between(from, to)));
  }

  private ScreeningSettings named(ServerRequest request) {
    try {
      return versions.version(Integer.parseInt(request.pathVariable("version")));
    } catch (NumberFormatException e) {
      throw new Problem(ProblemType.NOT_FOUND, null);
    }
  }

  private static int number(ServerRequest request, String name, int absent, int least, int most) {
    String text = request.queryParam(name).orElse(Integer.toString(absent));
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw Problem.invalid(name, text.length() + " characters", least + ".." + most);
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

  private static Mono<ServerResponse> created(ScreeningSettings settings) {
    return ServerResponse.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .bodyValue(settings);
  }

  /** What {@code POST /api/screening/settings/versions} takes. */
  record Saving(@Nullable Integer basedOn, @Nullable String why, @Nullable Draft settings) {}

  /** What {@code POST /api/screening/settings/versions/{version}/restore} takes. */
  record Restoring(@Nullable Integer basedOn, @Nullable String why) {}

  /** A version in the list of all. */
  record Line(int version, By by, String why, @Nullable Integer restores, Instant at) {

    static Line of(ScreeningSettings settings) {
      return new Line(
          settings.version(), settings.by(), settings.why(), settings.restores(), settings.at());
    }
  }
}
