package io.rejoinder.comment.challenge;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a post needs proof of work, and how much.
 *
 * @param mode {@code auto}: under attack; {@code always}; {@code off}. Default {@code auto}
 * @param postsPerMinute from how many posts in a minute on, taken or refused, of all addresses
 *     together, this instance takes itself to be under attack; default 120
 * @param quiet how long there must be less than half of that before it is over, 10 s..1 day;
 *     default 5 minutes
 * @param work numbers that a browser tries at most at the beginning of an attack, half of them on
 *     average, 1000..10000000; default 50000, which took 0.2 to 0.4 s where it was measured
 *     (docs/defence.md). Doubled with each doubling of the posts, up to {@code most}
 * @param most numbers that a browser tries at most ever; default 800000
 * @param valid how long a challenge can be answered, 30 s..1 h; default 10 minutes
 * @param remembered answers that are remembered at most, so that each serves once; default 200000
 */
@Validated
@ConfigurationProperties("rejoinder.comments.challenge")
record ChallengeProperties(
    @DefaultValue("auto") Mode mode,
    @Positive @DefaultValue("120") int postsPerMinute,
    @DurationMin(seconds = 10) @DurationMax(days = 1) @DefaultValue("5m") Duration quiet,
    @Min(1_000) @Max(10_000_000) @DefaultValue("50000") long work,
    @Min(1_000) @Max(10_000_000) @DefaultValue("800000") long most,
    @DurationMin(seconds = 30) @DurationMax(hours = 1) @DefaultValue("10m") Duration valid,
    @Positive @DefaultValue("200000") int remembered) {

  /** When a post needs it. */
  enum Mode {
    AUTO,
    ALWAYS,
    OFF
  }
}
