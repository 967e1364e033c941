package io.rejoinder.comment.rate;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How often somebody, an address or an identity, may do something: a bucket for each, forgotten
 * once it is full again. Threadsafe.
 */
public final class Rates {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final boolean enabled;
  private final LoadingCache<String, Bucket> buckets;

  /**
   * Rates of one kind.
   *
   * @param enabled whether any are kept to
   * @param perMinute how many in a minute
   * @param burst how many at once
   * @param most how many buckets are remembered
   */
  public Rates(boolean enabled, int perMinute, int burst, int most) {
    this.enabled = enabled;
    Bandwidth bandwidth =
        Bandwidth.builder().capacity(burst).refillGreedy(perMinute, MINUTE).build();
    Duration full = MINUTE.multipliedBy(burst).dividedBy(perMinute);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfterAccess(full.plus(MINUTE))
            .build(who -> Bucket.builder().addLimit(bandwidth).build());
  }

  /** Takes one; 0 if it was there, else the seconds until it will be. */
  public long secondsToWait(String who) {
    if (!enabled) {
      return 0;
    }
    ConsumptionProbe probe = buckets.get(who).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? 0
        : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
  }
}
