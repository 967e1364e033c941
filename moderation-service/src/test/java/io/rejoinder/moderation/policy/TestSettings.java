package io.rejoinder.moderation.policy;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.settings.Holds;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.events.settings.Rule;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.events.settings.Targets;
import io.rejoinder.events.settings.Thresholds;
import java.time.Instant;
import java.util.List;

/** Settings for tests: hold from 0.6, reject from 0.99, toxic from 0.7. */
public final class TestSettings {

  private static final Thresholds THRESHOLDS = new Thresholds(0.6, 0.99, 0.7);

  private TestSettings() {}

  /** The shipped conditions. */
  public static ScreeningSettings shipped() {
    return with(new Holds(false, 0, 3, null));
  }

  /** With these conditions. */
  public static ScreeningSettings with(Holds holds) {
    return with(holds, Lists.NONE, List.of());
  }

  /** With these conditions, words and domains, and rules. */
  public static ScreeningSettings with(Holds holds, Lists lists, List<Rule> rules) {
    return new ScreeningSettings(
        "reviews",
        0,
        new Targets(0.995, 0.005, 0.005),
        THRESHOLDS,
        holds,
        lists,
        rules,
        null,
        By.SCREENING,
        "for a test",
        null,
        Instant.EPOCH);
  }
}
