package io.rejoinder.moderation.settings;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.moderation.problem.Problem;
import io.rejoinder.moderation.problem.ProblemType;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What an administrator does with versions: saves another, brings one back. Threadsafe. */
final class Versions {

  private final SettingsLog log;
  private final SettingsWriter writer;
  private final OperatingPoints points;
  private final Clock clock;

  Versions(SettingsLog log, SettingsWriter writer, OperatingPoints points, Clock clock) {
    this.log = log;
    this.writer = writer;
    this.points = points;
    this.clock = clock;
  }

  /** One version; a problem if there is none of this number. */
  ScreeningSettings version(int number) {
    return log.version(number).orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, null));
  }

  /**
   * Saves what follows the version that it is based on, and is in force then.
   *
   * @param reason why, and on what it is based
   */
  Mono<ScreeningSettings> save(Draft draft, Reason reason, By by) {
    return write(draft, reason, by, null);
  }

  /** Saves a version that says what an earlier one said; thresholds are drawn from today's. */
  Mono<ScreeningSettings> restore(int number, Reason reason, By by) {
    return Mono.defer(() -> write(Draft.of(version(number)), reason, by, number));
  }

  private Mono<ScreeningSettings> write(
      Draft draft, Reason reason, By by, @Nullable Integer restores) {
    return Mono.fromCallable(
            () -> {
              Draft.Made made = new Draft.Made(by, reason.words(), restores, clock.instant());
              int number = reason.version() + 1;
              ScreeningSettings next = draft.version(number, points, made);
              // What everybody knows already needs no look at the broker.
              basedOn(reason.version(), log.current());
              return writer.write(
                  current -> {
                    basedOn(reason.version(), current);
                    return next;
                  });
            })
        .subscribeOn(Schedulers.boundedElastic());
  }

  private static void basedOn(int version, ScreeningSettings current) {
    if (version != current.version()) {
      throw new Problem(ProblemType.SETTINGS_OUTDATED, null)
          .with("current", current.version())
          .with("happened", happened(current));
    }
  }

  private static Map<String, Object> happened(ScreeningSettings current) {
    return Map.of("by", current.by(), "why", current.why(), "at", current.at());
  }

  /** Why a version is saved, and the version that its maker had before them. */
  record Reason(int version, String words) {}
}
