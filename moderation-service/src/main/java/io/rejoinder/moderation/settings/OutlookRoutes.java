package io.rejoinder.moderation.settings;

import io.rejoinder.events.settings.Targets;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Shows what targets would lead to before anybody saves them. */
final class OutlookRoutes {

  private final SettingsLog log;
  private final ByModel points;
  private final Volume volume;

  OutlookRoutes(SettingsLog log, ByModel points, Volume volume) {
    this.log = log;
    this.points = points;
    this.volume = volume;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/api/screening/outlook", this::show)
        .GET("/api/screening/models", request -> models())
        .build();
  }

  private Mono<ServerResponse> models() {
    return answer(Map.of("models", points.all(log.current().model())));
  }

  private static Mono<ServerResponse> answer(Object body) {
    return ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(body);
  }

  /** Of the targets and the model in force, as far as the query names no others. */
  private Mono<ServerResponse> show(ServerRequest request) {
    Targets now = log.current().targets();
    Faults faults = new Faults();
    Targets targets =
        new Targets(
            share(request, "rejectPrecision", now.rejectPrecision(), faults),
            share(request, "honestHeld", now.honestHeld(), faults),
            share(request, "toxicHeld", now.toxicHeld(), faults));
    DraftChecks.targets(targets, faults);
    faults.raise();
    String model = request.queryParam("model").orElse(log.current().model());
    return answer(Outlook.of(targets, points.expectations(model), volume.perDay()));
  }

  private static double share(ServerRequest request, String name, double now, Faults faults) {
    String text = request.queryParam(name).orElse(Double.toString(now));
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      faults.add(name, text.length() + " characters", "a number");
      return now;
    }
  }
}
