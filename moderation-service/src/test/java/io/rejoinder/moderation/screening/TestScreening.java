package io.rejoinder.moderation.screening;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Screening for tests of other rooms. */
public final class TestScreening {

  private TestScreening() {}

  /** One screen that holds what says "hold", after it did something else. */
  public static Screening holding(Consumer<String> first, MeterRegistry meters) {
    Screen screen =
        new Screen() {
          @Override
          public String name() {
            return "test";
          }

          @Override
          public Evidence weigh(Subject subject, Map<String, String> values) {
            first.accept(subject.raw());
            return new Evidence(
                name(),
                0,
                "says hold",
                List.of(),
                subject.raw().contains("hold") ? Map.of("hold", "1") : Map.of());
          }
        };
    return new Screening(List.of(screen), settings(), meters);
  }

  /** One screen that finds nothing, and passes on which comments people decided. */
  public static Screening told(Consumer<CommentState> told, MeterRegistry meters) {
    Screen screen =
        new Screen() {
          @Override
          public String name() {
            return "test";
          }

          @Override
          public Evidence weigh(Subject subject, Map<String, String> values) {
            return new Evidence(name(), 0, "nothing", List.of(), Map.of());
          }

          @Override
          public void decided(Decided decided) {
            told.accept(decided.state());
          }
        };
    return new Screening(List.of(screen), settings(), meters);
  }

  private static ScreeningProperties settings() {
    return new ScreeningProperties(
        Duration.ofMinutes(1),
        null,
        null,
        Duration.ofMinutes(10),
        new ScreeningProperties.Campaigns(Duration.ofHours(6), 1024),
        new ScreeningProperties.Flood(false, Duration.ofMinutes(1), 10, 6, 12),
        new ScreeningProperties.Authors(Duration.ofDays(180), 1024));
  }
}
