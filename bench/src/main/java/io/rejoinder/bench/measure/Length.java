package io.rejoinder.bench.measure;

import java.time.Duration;

/**
 * How long the phases take.
 *
 * @param full whether the results are worth keeping
 * @param warmUp before each measured load at full speed
 * @param compiled of the platform before anything, at a moderate rate
 * @param load at full speed
 * @param live at the fixed rate
 * @param liveWarmUp before it
 * @param starts on an empty data folder
 */
public record Length(
    boolean full,
    Duration warmUp,
    Duration compiled,
    Duration load,
    Duration live,
    Duration liveWarmUp,
    int starts) {

  /**
   * What {@code RESULTS.md} is written from. At full speed for so long that the store in memory,
   * which is for 50,000 comments or so, still has room for what a fast machine posts.
   */
  public static final Length FULL =
      new Length(
          true,
          Duration.ofSeconds(15),
          Duration.ofSeconds(60),
          Duration.ofSeconds(8),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          3);

  /** To see whether it works. */
  public static final Length QUICK =
      new Length(
          false,
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          1);
}
