package io.rejoinder.comment.mail;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** How many messages may go, and when none is tried because the server is away. Threadsafe. */
final class Limits {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int ADDRESSES_REMEMBERED = 100_000;
  private static final int MOST_DOUBLINGS = 20;

  private final Duration pause;
  private final Bucket perHour;
  private final LoadingCache<String, Bucket> perAddress;
  private final AtomicInteger failures = new AtomicInteger();
  private volatile long quietUntil = System.nanoTime();

  Limits(MailProperties bounds) {
    this.pause = bounds.pause();
    this.perHour = bucket(bounds.perHour());
    this.perAddress =
        Caffeine.newBuilder()
            .maximumSize(ADDRESSES_REMEMBERED)
            .expireAfterAccess(HOUR.multipliedBy(2))
            .build(address -> bucket(bounds.perAddress()));
  }

  private static Bucket bucket(int inAnHour) {
    return Bucket.builder()
        .addLimit(Bandwidth.builder().capacity(inAnHour).refillGreedy(inAnHour, HOUR).build())
        .build();
  }

  /** Takes one of those that an address may get without having asked. */
  boolean takeOf(MailAddress address) {
    // Case is the mailbox's to tell apart, but hardly one does: the bound is for the person.
    return perAddress.get(address.value().toLowerCase(Locale.ROOT)).tryConsume(1);
  }

  /** Takes one of this hour; 0 if it was there, else the nanoseconds until it may be. */
  long take() {
    long quiet = quietUntil - System.nanoTime();
    if (quiet > 0) {
      return quiet;
    }
    var probe = perHour.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? 0 : Math.max(1, probe.getNanosToWaitForRefill());
  }

  /** What was taken was not sent. */
  void giveBack() {
    perHour.addTokens(1);
  }

  /** The server answered. */
  void answered() {
    failures.set(0);
  }

  /** The server is away: for how many nanoseconds nothing is tried, twice as many each time. */
  long away() {
    int doublings = Math.min(failures.getAndIncrement(), MOST_DOUBLINGS);
    long quiet = Math.min(pause.toNanos() << doublings, LONGEST_PAUSE.toNanos());
    quietUntil = System.nanoTime() + quiet;
    return quiet;
  }
}
