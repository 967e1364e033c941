package io.rejoinder.review.importing;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Import;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.review.review.NotConfirmed;
import io.rejoinder.review.review.ReviewDraft;
import io.rejoinder.review.review.ReviewTooLarge;
import io.rejoinder.review.review.ReviewWriting;
import io.rejoinder.review.review.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Writes what an import emits, and waits for the broker: at most 50 reviews and 500 comments are on
 * their way at once, the reviews confirmed before the comments that answer them. One thread;
 * blocks.
 */
final class Sending {

  private static final int REVIEWS_AT_ONCE = 50;
  private static final int COMMENTS_AT_ONCE = 500;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LAST_PAUSE = Duration.ofSeconds(10);

  private final ReviewWriting writing;
  private final KafkaOperations<byte[], byte[]> kafka;
  private final EventCodec codec;
  private final Duration outage;
  private final Runnable step;
  private final Set<CommentId> sentBefore;
  private final ImportCount count;

  private final Map<Pending, CompletableFuture<Written>> reviews = new LinkedHashMap<>();
  private final List<Import> comments = new ArrayList<>();
  private final Set<ThreadId> refused = new HashSet<>();

  Sending(Outgoing to, Set<CommentId> sentBefore, ImportCount count, Runnable step) {
    this.writing = to.writing();
    this.kafka = to.kafka();
    this.codec = to.codec();
    this.outage = to.outage();
    this.sentBefore = sentBefore;
    this.count = count;
    this.step = step;
  }

  void review(ReviewDraft draft, int line, String label) {
    reviews.put(new Pending(draft, line, label), writing.publish(draft));
    if (reviews.size() >= REVIEWS_AT_ONCE) {
      flush();
    }
  }

  /**
   * Hands a comment on, unless an import before did.
   *
   * @param comment makes it, which costs more than knowing it
   */
  void comment(CommentId id, Supplier<Import> comment) {
    if (sentBefore.contains(id)) {
      count.known();
      return;
    }
    comments.add(comment.get());
    if (comments.size() >= COMMENTS_AT_ONCE) {
      flush();
    }
  }

  /** Waits until all that was given is confirmed. */
  void flush() {
    reviews.forEach(this::confirm);
    reviews.clear();
    List<Import> left = new ArrayList<>(comments);
    comments.clear();
    left.removeIf(comment -> refused.contains(comment.thread()) && count.lost());
    if (!left.isEmpty()) {
      persist(() -> attempt(left));
    }
  }

  private void confirm(Pending pending, CompletableFuture<Written> first) {
    List<CompletableFuture<Written>> tries = new ArrayList<>(List.of(first));
    try {
      Written written =
          persist(
              () -> {
                // A try that failed is not asked again.
                CompletableFuture<Written> now =
                    tries.isEmpty() ? writing.publish(pending.draft) : tries.remove(0);
                return now.join();
              });
      count.written(written.outcome());
    } catch (ReviewTooLarge e) {
      refused.add(pending.draft.id());
      count.refused(pending.line, pending.label, String.valueOf(e.getMessage()));
    }
  }

  /** Sends all, waits for all; those that are confirmed leave the list. */
  private boolean attempt(List<Import> left) {
    Map<Import, CompletableFuture<?>> sent = new LinkedHashMap<>();
    RuntimeException failure = null;
    try {
      left.forEach(
          comment -> sent.put(comment, kafka.send(codec.write(Topics.COMMENTS_IMPORTED, comment))));
    } catch (RuntimeException e) {
      failure = e; // Those that were handed over before may still be confirmed.
    }
    for (Map.Entry<Import, CompletableFuture<?>> entry : sent.entrySet()) {
      try {
        entry.getValue().join();
        left.remove(entry.getKey());
        count.sent();
      } catch (CompletionException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw new NotConfirmed(left.size() + " comments: not confirmed", failure);
    }
    return true;
  }

  /** Tries for as long as an outage may last. */
  private <T> T persist(Supplier<T> attempt) {
    long until = System.nanoTime() + outage.toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        return attempt.get();
      } catch (CompletionException | NotConfirmed e) {
        Throwable cause =
            e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof ReviewTooLarge tooLarge) {
          throw tooLarge;
        }
        if (!(cause instanceof NotConfirmed) || System.nanoTime() > until) {
          throw new BrokerAway(cause);
        }
      }
      step.run();
      pause(pause);
      pause = pause.multipliedBy(2).compareTo(LAST_PAUSE) > 0 ? LAST_PAUSE : pause.multipliedBy(2);
    }
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    }
  }

  /**
   * Where it goes.
   *
   * @param outage how long a broker that does not confirm is waited for
   */
  record Outgoing(
      ReviewWriting writing,
      KafkaOperations<byte[], byte[]> kafka,
      EventCodec codec,
      Duration outage) {}

  private record Pending(ReviewDraft draft, int line, String label) {}
}
