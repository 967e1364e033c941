package io.rejoinder.moderation.screening;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the screens look for: {@code rejoinder.screening.*}.
 *
 * @param bound how long one screen may compute for one comment before it counts as failed; 250 ms,
 *     a thousand times of what a long comment takes. One that waits instead is given up after 8
 *     times that
 * @param wordsFile blocked words and phrases, one on each line in UTF-8; the shipped list if absent
 * @param models a folder of the installation's own models, files {@code *.model} made by {@code
 *     bench/train-screening}, at most three of 16 MB; none if absent
 * @param history how far back the traffic of before a start is read again; 10 min
 * @param campaigns how long and how many comments are remembered to find those of one campaign
 * @param flood how much is too much from one author
 * @param authors what is remembered of an author
 */
@Validated
@ConfigurationProperties("rejoinder.screening")
public record ScreeningProperties(
    @DefaultValue("250ms") Duration bound,
    @Nullable Path wordsFile,
    @Nullable Path models,
    @DefaultValue("10m") Duration history,
    @DefaultValue @Valid Campaigns campaigns,
    @DefaultValue @Valid Flood flood,
    @DefaultValue @Valid Authors authors) {

  /**
   * Comments that are compared with later ones.
   *
   * @param window for how long; 6 h
   * @param comments how many, the newest; 65,536 (15.7 MB), three a second over the window. Rounded
   *     up to a power of two, at most 524,288
   */
  public record Campaigns(
      @DefaultValue("6h") Duration window,
      @DefaultValue("65536") @Min(16) @Max(524_288) int comments) {}

  /**
   * Bounds on comments from one author within a window. The comment that is looked at counts.
   *
   * @param enabled whether they are counted; true
   * @param window 1 min
   * @param perAddress from one network address; 10, as a household or an office shares one
   * @param perEmail from one e-mail address; 6
   * @param perName under one name; 12, as many are called Anna
   */
  public record Flood(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("1m") Duration window,
      @DefaultValue("10") @Min(1) int perAddress,
      @DefaultValue("6") @Min(1) int perEmail,
      @DefaultValue("12") @Min(1) int perName) {}

  /**
   * People's decisions on comments of an author.
   *
   * @param window how long one counts, from when the comment was written; 180 d. The states of that
   *     time are read again at each start
   * @param decisions how many are remembered, the newest, two or three for each comment; 131,072
   *     (6.8 MB), for about 50,000 comments. Rounded up to a power of two
   */
  public record Authors(
      @DefaultValue("180d") Duration window,
      @DefaultValue("131072") @Min(16) @Max(16_777_216) int decisions) {}
}
