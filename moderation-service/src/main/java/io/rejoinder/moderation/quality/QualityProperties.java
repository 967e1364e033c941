package io.rejoinder.moderation.quality;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The sample and what follows from it: {@code rejoinder.quality.*}.
 *
 * @param sample the share of automatic approvals and rejections that people judge blind; 0.01, and
 *     0 for none, with which automatic decisions are measured no more
 * @param second of these, the share that two people judge without knowing of each other; 0.2
 * @param measureEvery how often all figures are made anew; 15 s
 */
@Validated
@ConfigurationProperties("rejoinder.quality")
public record QualityProperties(
    @DefaultValue("0.01") double sample,
    @DefaultValue("0.2") double second,
    @DefaultValue("15s") Duration measureEvery) {

  /** Whether all shares are shares. */
  @AssertTrue(message = "rejoinder.quality: expected shares between 0 and 1")
  public boolean isShares() {
    return share(sample) && share(second);
  }

  private static boolean share(double value) {
    return value >= 0 && value <= 1;
  }
}
