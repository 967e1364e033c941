package io.rejoinder.moderation.settings;

import io.rejoinder.events.settings.Targets;
import io.rejoinder.events.settings.Thresholds;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what a site wants of automatic decisions into the probabilities that bring it about. */
@FunctionalInterface
public interface OperatingPoints {

  /**
   * The thresholds that meet these targets, by a model's calibration.
   *
   * @param model its version; null for the shipped one
   */
  Thresholds from(Targets targets, @Nullable String model);

  /** The models of the installation's own that settings may name, by version. */
  default Set<String> models() {
    return Set.of();
  }
}
