package io.rejoinder.comment.submission;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How often an address may write: a bucket for each, forgotten once it is full again. */
final class Rates {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final boolean enabled;
  private final LoadingCache<String, Bucket> buckets;

  Rates(RateProperties bounds) {
    this.enabled = bounds.enabled();
    Bandwidth bandwidth =
        Bandwidth.builder()
            .capacity(bounds.burst())
            .refillGreedy(bounds.perMinute(), MINUTE)
            .build();
    Duration full = MINUTE.multipliedBy(bounds.burst()).dividedBy(bounds.perMinute());
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(bounds.addresses())
            .expireAfterAccess(full.plus(MINUTE))
            .build(address -> Bucket.builder().addLimit(bandwidth).build());
  }

  /** Takes one; 0 if it was there, else the seconds until it will be. */
  long secondsToWait(String address) {
    if (!enabled) {
      return 0;
    }
    ConsumptionProbe probe = buckets.get(address).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? 0
        : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
  }
}
