package io.rejoinder.comment.thread;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rejoinder.comment.broker.Broker;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentChange;
import io.rejoinder.events.comment.CommentPublished;
import io.rejoinder.events.comment.CommentRemoved;
import io.rejoinder.events.comment.CommentRevised;
import io.rejoinder.events.comment.Revision;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells the world what readers see now. Everything that it says is in the store already. */
final class Announcer {

  private final Broker broker;
  private final Clock clock;
  private final Duration bound;
  private final Timer untilPublished;
  private final Counter announced;

  Announcer(Broker broker, Clock clock, Duration bound, MeterRegistry meters) {
    this.broker = broker;
    this.clock = clock;
    this.bound = bound;
    this.announced = meters.counter("rejoinder.comments.announced");
    this.untilPublished =
        Timer.builder("rejoinder.comments.published")
            .description("time from accepted to published, of comments approved at once or later")
            .publishPercentiles(0.5, 0.99)
            .register(meters);
  }

  /**
   * Sends all. What it returns completes once the broker has confirmed all of them, and fails if
   * that takes longer than the bound.
   */
  CompletableFuture<?> announce(List<Comment> comments) {
    CompletableFuture<?>[] sent =
        comments.stream().map(this::send).toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(sent)
        .orTimeout(bound.toMillis(), TimeUnit.MILLISECONDS)
        .thenRun(() -> count(comments));
  }

  private void count(List<Comment> comments) {
    announced.increment(comments.size());
    comments.forEach(this::measure);
  }

  private CompletableFuture<?> send(Comment comment) {
    int partitions = broker.partitions(Topics.COMMENTS_PUBLISHED);
    int partition = Topics.partitionOfThread(comment.thread().value(), partitions);
    return broker.send(Topics.COMMENTS_PUBLISHED, partition, change(comment));
  }

  private void measure(Comment comment) {
    if (comment.version() == 1 && !comment.imported() && comment.likes().tally() == 0) {
      untilPublished.record(Duration.between(comment.createdAt(), clock.instant()));
    }
  }

  static CommentChange change(Comment comment) {
    Revision shown = comment.shown();
    String html = comment.html();
    if (shown == null || html == null) {
      return new CommentRemoved(
          comment.id(),
          comment.thread(),
          comment.parent(),
          comment.shownSince(),
          comment.createdAt(),
          comment.at());
    }
    return shown.number() == 1 ? published(comment, shown, html) : revised(comment, shown, html);
  }

  private static CommentPublished published(Comment comment, Revision shown, String html) {
    return new CommentPublished(
        comment.id(),
        comment.thread(),
        comment.parent(),
        comment.shownSince(),
        comment.author(),
        shown.text(),
        html,
        shown.number(),
        comment.createdAt(),
        null,
        comment.at(),
        likes(comment),
        tally(comment),
        comment.verified() ? true : null);
  }

  private static @Nullable Long likes(Comment comment) {
    return comment.likes().tally() == 0 ? null : comment.likes().likes();
  }

  private static @Nullable Long tally(Comment comment) {
    return comment.likes().tally() == 0 ? null : comment.likes().tally();
  }

  private static CommentRevised revised(Comment comment, Revision shown, String html) {
    return new CommentRevised(
        comment.id(),
        comment.thread(),
        comment.parent(),
        comment.shownSince(),
        comment.author(),
        shown.text(),
        html,
        shown.number(),
        comment.createdAt(),
        shown.at(),
        comment.at(),
        likes(comment),
        tally(comment),
        comment.verified() ? true : null);
  }
}
