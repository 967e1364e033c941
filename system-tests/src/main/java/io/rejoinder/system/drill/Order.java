package io.rejoinder.system.drill;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a drill is to do.
 *
 * @param comments how many to post
 * @param kills how often the platform, or one of its processes, is killed at least
 * @param engine a real {@code mongod}, or null for the store in memory
 * @param split whether each service runs twice, in processes of its own
 * @param seed of everything that is drawn
 * @param launcher the launcher's jar
 * @param logs where the processes' output goes
 * @param time that it may take
 */
public record Order(
    int comments,
    int kills,
    @Nullable Path engine,
    boolean split,
    long seed,
    Path launcher,
    Path logs,
    Duration time) {
  /** Checks the numbers. */
  public Order {
    if (comments < 1 || kills < 0) {
      throw new IllegalArgumentException(
          "comments: %d, kills: %d (expected: at least 1, 0)".formatted(comments, kills));
    }
  }
}
