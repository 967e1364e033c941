package io.rejoinder.moderation.erasure;

import io.rejoinder.events.Topics;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How soon what was erased is gone: {@code rejoinder.erasure.*}.
 *
 * @param within from the erasure until no file of a topic holds the text or the name; default 7
 *     days, at least 7 s. The broker's own pauses come on top: Kafka looks for files to clean every
 *     15 s and for files to delete every 5 min, and removes a file a minute after it was deleted,
 *     unless it is told otherwise
 */
@ConfigurationProperties("rejoinder.erasure")
public record ErasureProperties(Duration within) {

  private static final Duration LEAST = Duration.ofSeconds(7);

  /**
   * Takes the default for what is absent.
   *
   * @throws IllegalArgumentException if it is less than 7 s
   */
  public ErasureProperties(@Nullable Duration within) {
    this.within = within == null ? Topics.ERASED_WITHIN : within;
    if (this.within.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "rejoinder.erasure.within: %s (expected: at least %s)".formatted(within, LEAST));
    }
  }
}
