package io.rejoinder.moderation.settings;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.settings.Holds;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.events.settings.Targets;
import java.time.Instant;
import java.util.List;

/** What the product ships with: version 0, and the thresholds behind its targets. */
public final class ShippedSettings {

  /** The site that settings are for, as long as there is one. */
  static final String SITE = "reviews";

  /** Of 200 automatic rejections one may be wrong, of 200 honest comments one may wait. */
  private static final Targets TARGETS = new Targets(0.995, 0.005, 0.005);

  private ShippedSettings() {}

  /** Version 0: three links wait, nothing else does but by its score. */
  public static ScreeningSettings settings(OperatingPoints points) {
    return new ScreeningSettings(
        SITE,
        0,
        TARGETS,
        points.from(TARGETS, null),
        new Holds(false, 0, 3, null),
        Lists.NONE,
        List.of(),
        null,
        By.SCREENING,
        "Ships with the product",
        null,
        Instant.EPOCH);
  }
}
