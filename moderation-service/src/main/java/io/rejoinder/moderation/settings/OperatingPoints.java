package io.rejoinder.moderation.settings;

import io.rejoinder.events.settings.Targets;
import io.rejoinder.events.settings.Thresholds;

/** Turns what a site wants of automatic decisions into the probabilities that bring it about. */
@FunctionalInterface
public interface OperatingPoints {

  /** The thresholds that meet these targets, by the calibration of the models as they are now. */
  Thresholds from(Targets targets);
}
