package io.rejoinder.moderation.quality;

import io.rejoinder.events.Secret;
import java.time.Duration;

/** Samples for tests of other rooms. */
public final class TestSampling {

  private static final String SECRET = "A".repeat(44);

  private TestSampling() {}

  /** This share of decisions, a fifth of it for two opinions. */
  public static Sampling of(double share) {
    return of(SECRET, share);
  }

  static Sampling of(String secret, double share) {
    return new Sampling(
        Secret.of(secret), new QualityProperties(share, 0.2, Duration.ofSeconds(15)));
  }
}
