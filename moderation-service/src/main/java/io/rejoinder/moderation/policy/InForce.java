package io.rejoinder.moderation.policy;

import io.rejoinder.events.settings.ScreeningSettings;
import io.rejoinder.moderation.rule.Rules;

/**
 * A version of the settings, ready to judge by.
 *
 * @param settings the version
 * @param rules its rules, compiled
 */
public record InForce(ScreeningSettings settings, Rules rules) {

  /** This version. Some milliseconds for each rule. */
  public static InForce of(ScreeningSettings settings) {
    return new InForce(settings, Rules.of(settings));
  }
}
