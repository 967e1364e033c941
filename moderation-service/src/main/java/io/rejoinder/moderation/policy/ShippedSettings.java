package io.rejoinder.moderation.policy;

import io.rejoinder.events.comment.By;
import io.rejoinder.events.settings.Holds;
import io.rejoinder.events.settings.Lists;
import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.events.settings.Targets;
import java.time.Instant;
import java.util.List;

/** The settings of an installation that has not set anything yet: version 0. */
public final class ShippedSettings {

  /** The site that settings hold for. */
  public static final String SITE = "reviews";

  /** Few mistakes that nobody sees; a queue that is short where most comments are honest. */
  static final Targets TARGETS = new Targets(0.995, 0.005, 0.005);

  /** Three links are how spam looks; one or two are how people talk about films. */
  static final Holds HOLDS = new Holds(false, 0, 3, null);

  private ShippedSettings() {}

  /** With the thresholds that follow from the shipped targets. */
  public static ScreeningSettings with(Expectations expectations) {
    return new ScreeningSettings(
        SITE,
        0,
        TARGETS,
        expectations.thresholds(TARGETS),
        HOLDS,
        Lists.NONE,
        List.of(),
        By.SCREENING,
        "as shipped",
        null,
        Instant.EPOCH);
  }
}
