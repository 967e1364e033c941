package io.rejoinder.comment.thread;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * How many comments readers see in threads: kept until a thread changes, and asked for in one query
 * where they are not. Threadsafe.
 */
final class Counts {

  /** What a change between a query and its answer could leave out of date at most. */
  private static final Duration KEPT = Duration.ofSeconds(30);

  private static final int THREADS_KEPT = 100_000;

  private final Comments comments;
  private final Duration bound;
  private final Cache<String, Long> known =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(THREADS_KEPT).build();

  Counts(Comments comments, Duration bound) {
    this.comments = comments;
    this.bound = bound;
  }

  /** The count of each of these threads; 0 for one that is not there. Fails with the store. */
  Mono<Map<String, Long>> of(Collection<String> threads) {
    Map<String, Long> all = new HashMap<>(known.getAllPresent(threads));
    List<String> missing = threads.stream().filter(thread -> !all.containsKey(thread)).toList();
    if (missing.isEmpty()) {
      return Mono.just(all);
    }
    return comments
        .counts(missing)
        .timeout(bound)
        .map(
            found -> {
              missing.forEach(thread -> all.put(thread, found.getOrDefault(thread, 0L)));
              missing.forEach(thread -> known.put(thread, all.getOrDefault(thread, 0L)));
              return all;
            });
  }

  /** Forgets a thread's count. */
  void drop(String thread) {
    known.invalidate(thread);
  }
}
