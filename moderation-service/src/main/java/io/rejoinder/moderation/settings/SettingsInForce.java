package io.rejoinder.moderation.settings;

import io.rejoinder.moderation.policy.InForce;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The version of the settings in force, ready to judge by. Threadsafe, and answers at once. */
public final class SettingsInForce implements Supplier<InForce> {

  private volatile @Nullable InForce current;

  SettingsInForce(SettingsLog log) {
    log.follow(settings -> current = InForce.of(settings));
  }

  @Override
  public InForce get() {
    return Objects.requireNonNull(current);
  }
}
