package io.rejoinder.review.review;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.review.ReviewState;
import io.rejoinder.review.review.Drafting.Decided;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes reviews. Every write is decided against the newest state in the topic, in one thread of
 * its own that groups what waits into one transaction; futures complete once the broker has
 * committed, so no caller blocks.
 *
 * <p>Several instances may write at once: {@link ReviewLog} lets one at a time, the other is
 * fenced, reads what happened, and decides anew. Nothing is lost and versions of a review never
 * fork. Counted as {@code rejoinder.reviews.written} by outcome.
 */
public final class ReviewWriting implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReviewWriting.class);

  /** Waiting writes; an import waits for its own, so only people's pile up. */
  private static final int QUEUE = 1_000;

  /** Writes in one transaction: bounds its size to about 12 MB. */
  private static final int GROUP = 50;

  /** How long a group is tried while the broker is away; its time-outs come on top, about 8 s. */
  private static final Duration AWAY = Duration.ofSeconds(6);

  /** How long a group is tried while other instances write, too. */
  private static final Duration CONTENDED = Duration.ofSeconds(30);

  private final BlockingQueue<Task> queue = new ArrayBlockingQueue<>(QUEUE);
  private final ReviewLog log;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Thread thread;
  private volatile boolean open = true;

  ReviewWriting(ReviewLog log, Clock clock, MeterRegistry meters) {
    this.log = log;
    this.clock = clock;
    this.meters = meters;
    this.thread = new Thread(this::run, "review-writing");
    this.thread.setDaemon(true);
    this.thread.start();
  }

  /**
   * Publishes a draft: creates the review, or brings a known one to what the draft says.
   *
   * @return fails with {@link ReviewTooLarge} or {@link NotConfirmed}
   */
  public CompletableFuture<Written> publish(ReviewDraft draft) {
    return enqueue(
        draft.id(),
        (known, taken) -> Drafting.publish(draft, known.byId(draft.id()), taken, clock.instant()));
  }

  /**
   * Opens or closes the comments of a review.
   *
   * @return fails with {@link UnknownReview} or {@link NotConfirmed}
   */
  public CompletableFuture<Written> openComments(ThreadId id, boolean commentsOpen) {
    return enqueue(
        id,
        (all, taken) -> {
          var known = all.byId(id).orElseThrow(() -> new UnknownReview(id));
          if (known.commentsOpen() == commentsOpen) {
            return Decided.unchanged(id, known);
          }
          ReviewState before = log.load(known);
          return Decided.write(Drafting.withComments(before, commentsOpen, clock.instant()), false);
        });
  }

  private CompletableFuture<Written> enqueue(ThreadId id, Change change) {
    Task task = new Task(id, change, new CompletableFuture<>());
    if (!open || !queue.offer(task)) {
      task.done.completeExceptionally(
          new NotConfirmed("waiting writes: %d (expected: less)".formatted(QUEUE), null));
    }
    return task.done;
  }

  private void run() {
    claimAtStart();
    Task next = null;
    while (open) {
      try {
        Task first = next != null ? next : queue.poll(1, TimeUnit.SECONDS);
        next = first == null ? null : write(group(first));
      } catch (InterruptedException e) {
        open = false;
      }
    }
    queue.forEach(task -> task.done.completeExceptionally(new NotConfirmed("closing", null)));
    log.close();
  }

  /** Ends what a crashed instance left open, which would hold back every reader for 10 s. */
  private void claimAtStart() {
    try {
      log.claimed();
    } catch (KafkaException e) {
      LOG.debug("the topic is claimed with the first write: {}", e.toString());
    }
  }

  /** Tasks of distinct reviews, and the first that has to wait for the group before it. */
  private Group group(Task first) {
    List<Task> tasks = new ArrayList<>(List.of(first));
    Set<ThreadId> ids = new HashSet<>(Set.of(first.id));
    while (tasks.size() < GROUP) {
      Task task = queue.poll();
      if (task == null) {
        return new Group(tasks, null);
      }
      if (!ids.add(task.id)) {
        return new Group(tasks, task);
      }
      tasks.add(task);
    }
    return new Group(tasks, null);
  }

  private @Nullable Task write(Group group) throws InterruptedException {
    long begun = System.nanoTime();
    for (int tries = 1; ; tries++) {
      try {
        writeOnce(group.tasks);
        return group.next;
      } catch (KafkaException e) {
        // Fenced, or away, or it is not known whether it was committed: whatever it is, the topic
        // tells, and a decision on what is there now writes nothing twice.
        LOG.debug("{} reviews are decided anew: {}", group.tasks.size(), e.toString());
        Duration patience = e instanceof TimeoutException ? AWAY : CONTENDED;
        if (System.nanoTime() - begun > patience.toNanos()) {
          LOG.warn("{} reviews were not confirmed: {}", group.tasks.size(), e.toString());
          fail(group.tasks, e);
          return group.next;
        }
      } catch (RuntimeException e) {
        LOG.error("{} reviews were not written", group.tasks.size(), e);
        fail(group.tasks, e);
        return group.next;
      }
      // At random and longer each time, so that two instances that fence each other fall out of
      // step, however slow the machine.
      Thread.sleep(
          ThreadLocalRandom.current().nextInt(10, Math.min(2_000, 100 << Math.min(tries, 5))));
    }
  }

  private void writeOnce(List<Task> tasks) {
    var known = log.claimed();
    Map<Task, Written> answers = new HashMap<>();
    List<ReviewState> states = new ArrayList<>();
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    Set<String> slugs = new HashSet<>();
    for (Task task : tasks) {
      try {
        Decided decided =
            task.change.decide(known, slug -> known.hasSlug(slug) || slugs.contains(slug));
        ReviewState state = decided.state();
        if (state != null) {
          records.add(log.record(state));
          states.add(state);
          slugs.add(state.slug());
        }
        answers.put(task, decided.written());
      } catch (UnknownReview | ReviewTooLarge e) {
        task.done.completeExceptionally(e);
        count("refused");
      }
    }
    if (!records.isEmpty()) {
      log.write(states, records);
    }
    answers.forEach(
        (task, written) -> {
          count(written.outcome().name().toLowerCase(Locale.ROOT));
          task.done.complete(written);
        });
  }

  private void fail(List<Task> tasks, RuntimeException cause) {
    tasks.forEach(
        task -> {
          if (task.done.completeExceptionally(
              new NotConfirmed("review " + task.id + ": not confirmed", cause))) {
            count("not-confirmed");
          }
        });
  }

  private void count(String outcome) {
    meters.counter("rejoinder.reviews.written", "outcome", outcome).increment();
  }

  /** Lets the group in work finish, refuses the others; waits 10 s at most. */
  @Override
  public void close() {
    open = false;
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a task wants, decided in the writer's thread. */
  @FunctionalInterface
  private interface Change {
    Decided decide(KnownReviews known, Predicate<String> taken);
  }

  private record Group(List<Task> tasks, @Nullable Task next) {}

  /** Compared by identity: two tasks are never the same. */
  private static final class Task {
    private final ThreadId id;
    private final Change change;
    private final CompletableFuture<Written> done;

    Task(ThreadId id, Change change, CompletableFuture<Written> done) {
      this.id = id;
      this.change = change;
      this.done = done;
    }
  }
}
