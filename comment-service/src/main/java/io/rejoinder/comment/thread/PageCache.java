package io.rejoinder.comment.thread;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Pages as they were sent last, until their thread changes. Readers who ask for the same page at
 * once share one load.
 *
 * <p>A page is kept under its thread's generation. Dropping a thread begins a new one, so a load
 * that began before ends under the old one, where nobody looks any more.
 */
final class PageCache {

  private static final int THREADS_KEPT = 100_000;

  /** Only a bound for what an outage of the broker could leave out of date. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Cache<String, Generation> generations =
      Caffeine.newBuilder().maximumSize(THREADS_KEPT).build();
  private final AsyncCache<Entry, Page> pages;

  /** A cache of at most this many bytes of bodies. */
  PageCache(long maxBytes) {
    this.pages =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((Entry entry, Page page) -> page.body().length)
            .expireAfterWrite(KEPT)
            .buildAsync();
  }

  /**
   * A page.
   *
   * @param body as sent, JSON
   * @param etag its entity tag
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared or changed.
  record Page(byte[] body, String etag) {}

  /**
   * What was asked of a thread.
   *
   * @param sort the order of roots
   * @param after the root behind which the page begins
   * @param limit how many roots
   */
  record Query(Comments.Sort sort, @Nullable Key after, int limit) {}

  /**
   * The kept page, or what the loader brings.
   *
   * @param open whether the thread takes comments; it may close without a change
   */
  Mono<Page> get(String thread, boolean open, Query query, Supplier<Mono<Page>> loader) {
    Entry entry = new Entry(generations.get(thread, t -> new Generation()), open, query);
    var page = pages.get(entry, (key, executor) -> loader.get().toFuture());
    return page.isDone() && !page.isCompletedExceptionally()
        ? Mono.just(page.join())
        : Mono.fromFuture(page, true);
  }

  /** Forgets all pages of a thread. */
  void drop(String thread) {
    generations.invalidate(thread);
  }

  /** Equal only to itself. */
  private static final class Generation {}

  private record Entry(Generation generation, boolean open, Query query) {}
}
