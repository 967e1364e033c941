package io.rejoinder.comment.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rejoinder.comment.broker.Broker;
import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.site.Site;
import io.rejoinder.comment.site.Sites;
import io.rejoinder.comment.thread.Threads;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.thread.ThreadState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Opens the thread of a page with its first comment. Threadsafe. */
public final class Opening {

  private static final PageDraft NONE = new PageDraft(null, null);

  /** Until this instance has read what it wrote, a second comment opens nothing. */
  private static final Duration READ_WITHIN = Duration.ofSeconds(10);

  private static final int OPENING_AT_ONCE = 10_000;

  private final Threads threads;
  private final Broker broker;
  private final Clock clock;
  private final Cache<String, CompletableFuture<?>> underWay =
      Caffeine.newBuilder().expireAfterWrite(READ_WITHIN).maximumSize(OPENING_AT_ONCE).build();

  Opening(Threads threads, Broker broker, Clock clock) {
    this.threads = threads;
    this.broker = broker;
    this.clock = clock;
  }

  /** Whether a comment would be the first of its page, which then has to be named. */
  private boolean first(String thread) {
    return threads.state(thread).isEmpty()
        && threads.site(thread).filter(site -> !site.id().equals(Sites.REVIEWS)).isPresent();
  }

  /** What is wrong with the page that a comment names, if its thread is to be opened. */
  public void check(String thread, @Nullable PageDraft page, List<FieldError> errors) {
    if (first(thread)) {
      Site site = threads.site(thread).orElseThrow();
      (page == null ? NONE : page).check(site, "page.", errors);
    }
  }

  /**
   * Completes once the broker has the state of the thread, at once where it is known to have one.
   * To be called after the check; fails as a write to the broker does.
   */
  public Mono<Void> open(String thread, @Nullable PageDraft page) {
    if (page == null || !first(thread)) {
      return Mono.empty();
    }
    CompletableFuture<?> written = underWay.get(thread, id -> write(id, page));
    return Mono.fromFuture(written, true).then();
  }

  private CompletableFuture<?> write(String thread, PageDraft page) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ThreadState state =
        new ThreadState(
            new ThreadId(thread),
            1,
            threads.site(thread).orElseThrow().id(),
            page.place(),
            page.heading(),
            now,
            null,
            now);
    return broker
        .send(Topics.THREADS_OPENED, state)
        .whenComplete(
            (acked, error) -> {
              if (error != null) {
                // The next comment tries again.
                underWay.invalidate(thread);
              }
            });
  }
}
