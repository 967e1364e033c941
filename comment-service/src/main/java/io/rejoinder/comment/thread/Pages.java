package io.rejoinder.comment.thread;

import com.mongodb.MongoException;
import io.rejoinder.comment.edge.ETag;
import io.rejoinder.comment.edge.Json;
import io.rejoinder.comment.live.CommentView;
import io.rejoinder.comment.live.Live;
import io.rejoinder.comment.mail.Mailer;
import io.rejoinder.comment.signin.Providers;
import io.rejoinder.comment.thread.PageCache.Page;
import io.rejoinder.comment.thread.PageCache.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads pages of threads: two queries for comments and one for the count, all bounded. */
final class Pages {

  /** Rounds of reading roots where most were removed; the next page goes on behind them. */
  private static final int MAX_ROUNDS = 8;

  private final Comments comments;
  private final Threads threads;
  private final Providers providers;
  private final Mailer mailer;
  private final Live live;
  private final PageCache cache;
  private final ThreadProperties bounds;

  Pages(
      Comments comments,
      Threads threads,
      Providers providers,
      Mailer mailer,
      Live live,
      PageCache cache,
      ThreadProperties bounds) {
    this.providers = providers;
    this.mailer = mailer;
    this.comments = comments;
    this.threads = threads;
    this.live = live;
    this.cache = cache;
    this.bounds = bounds;
  }

  /** A page; fails with the store's error, or with a time-out, if it has to be read and cannot. */
  Mono<Page> read(String thread, Query query) {
    return cache.get(
        thread,
        // A page that was read while the thread was open is another one than after its time.
        threads.standing(thread) == Threads.Standing.OPEN,
        query,
        () ->
            Mono.defer(() -> load(thread, query))
                .timeout(bounds.storeTimeout())
                .onErrorMap(MongoException.class, Pages::unavailable));
  }

  /** The cache keeps silent about loads that time out, and logs the trace of any other failure. */
  private static TimeoutException unavailable(MongoException e) {
    TimeoutException timeout = new TimeoutException("the store failed: " + e.getMessage());
    timeout.initCause(e);
    return timeout;
  }

  private Mono<Page> load(String thread, Query query) {
    // Before the store is read: all that lies before this place is in what the read returns.
    String cursor = live.cursor(thread);
    boolean open = threads.standing(thread) == Threads.Standing.OPEN;
    SettingsView settings = SettingsView.of(threads, providers, mailer.on(), thread);
    Mono<Part> part = part(thread, query, new Part(List.of(), query.after(), true), 0);
    return Mono.zip(part, comments.count(thread))
        .map(
            both ->
                page(
                    new ThreadPage(
                        thread,
                        open,
                        both.getT2(),
                        settings,
                        both.getT1().views(),
                        both.getT1().next(),
                        cursor)));
  }

  private static Page page(ThreadPage page) {
    byte[] body = Json.bytes(page);
    return new Page(body, ETag.of(body));
  }

  /** Reads on as long as too little of what was read shows. */
  private Mono<Part> part(String thread, Query query, Part before, int round) {
    int wanted = query.limit() - before.views().size();
    if (!before.more() || wanted <= 0 || round == MAX_ROUNDS) {
      return Mono.just(before);
    }
    return comments
        .roots(thread, query.sort(), before.last(), wanted + 1)
        .collectList()
        .flatMap(roots -> withReplies(roots, wanted))
        .flatMap(read -> part(thread, query, before.and(read), round + 1));
  }

  private Mono<Part> withReplies(List<Comment> roots, int wanted) {
    List<Comment> taken = roots.subList(0, Math.min(wanted, roots.size()));
    if (taken.isEmpty()) {
      return Mono.just(new Part(List.of(), null, false));
    }
    return comments
        .replies(taken.stream().map(Comment::id).toList(), bounds.replies() + 1)
        .collectList()
        .flatMap(
            replies -> {
              if (replies.size() > bounds.replies() && taken.size() > 1) {
                // Fewer roots, so that all replies of those that are sent can go with them.
                return withReplies(roots, taken.size() / 2);
              }
              boolean omitted = replies.size() > bounds.replies();
              return Mono.just(
                  new Part(
                      ThreadPage.tree(taken, replies, omitted),
                      Key.of(taken.get(taken.size() - 1)),
                      taken.size() < roots.size()));
            });
  }

  /**
   * What was read so far.
   *
   * @param views what shows of it
   * @param last the last root that was read
   * @param more whether there are roots behind it
   */
  private record Part(List<CommentView> views, @Nullable Key last, boolean more) {
    Part and(Part behind) {
      List<CommentView> both = new ArrayList<>(views);
      both.addAll(behind.views);
      return new Part(both, behind.last == null ? last : behind.last, behind.more);
    }

    @Nullable String next() {
      return more && last != null ? last.toString() : null;
    }
  }
}
