package io.rejoinder.moderation.index;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.Topics;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.projection.Received;
import io.rejoinder.projection.TopicIds;
import io.rejoinder.projection.TopicStart;
import io.rejoinder.projection.WholeTopic;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Fills the index from the states of all comments, for as long as the service runs. Every instance
 * has an index of its own, on its own disk.
 *
 * <p>An index that cannot be written, as of a full disk, takes in nothing more: the service says so
 * by its health, and begins again after a restart where the files stand.
 */
final class Indexing implements Filling, SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
  private static final Duration BROKER_BOUND = Duration.ofSeconds(30);

  /** What a crash makes the next start read again. */
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);

  /** Of the time that erasure may take: the broker's part of it is one such, too. */
  private static final int PURGES = 7;

  private final Files files;
  private final LuceneCatalogue catalogue;
  private final Map<String, Object> kafka;
  private final boolean rebuild;
  private final Duration erasedWithin;
  private final MeterRegistry meters;
  private final AtomicLong taken = new AtomicLong();
  private volatile boolean caughtUp;
  private volatile @Nullable String failure;
  private @Nullable WholeTopic topic;
  private @Nullable ScheduledExecutorService upkeep;

  /**
   * Fills these files.
   *
   * @param catalogue what reads them
   * @param kafka what every client needs: the broker's address and credentials
   * @param rebuild whether to empty the index before
   * @param erasedWithin how soon what was erased is in no file any more
   */
  Indexing(
      Files files,
      LuceneCatalogue catalogue,
      Map<String, Object> kafka,
      boolean rebuild,
      Duration erasedWithin,
      MeterRegistry meters) {
    this.files = files;
    this.catalogue = catalogue;
    this.kafka = kafka;
    this.rebuild = rebuild;
    this.erasedWithin = erasedWithin;
    this.meters = meters;
    Gauge.builder("rejoinder.index.taken", taken, AtomicLong::get)
        .description("states that this run has taken into the index")
        .register(meters);
  }

  @Override
  public boolean caughtUp() {
    return caughtUp;
  }

  /** States taken in since the start. */
  long taken() {
    return taken.get();
  }

  /** Why nothing is taken in any more. */
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public synchronized void start() {
    String id = new TopicIds(kafka, BROKER_BOUND).idOf(Topics.COMMENTS_MODERATED);
    TopicStart from = from(files.resume(id, rebuild));
    WholeTopic fresh = new WholeTopic(Topics.COMMENTS_MODERATED, kafka, from, this::take, meters);
    var unused = fresh.caughtUp().thenRun(() -> caughtUp = true);
    fresh.start();
    topic = fresh;
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            run -> {
              Thread thread = new Thread(run, "index-upkeep");
              thread.setDaemon(true);
              return thread;
            });
    every(timer, COMMIT_EVERY, files::commit);
    every(timer, erasedWithin.dividedBy(PURGES), this::purge);
    upkeep = timer;
  }

  private void every(ScheduledExecutorService timer, Duration pause, Runnable work) {
    var unused =
        timer.scheduleWithFixedDelay(
            () -> {
              if (failure == null) {
                attempt(work);
              }
            },
            pause.toMillis(),
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** A reader of old files would keep them. */
  private void purge() {
    files.purge();
    catalogue.lookAgain();
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (UncheckedIOException | AlreadyClosedException e) {
      failure = e.toString();
      LOG.error("nothing is taken into the index any more", e);
    }
  }

  private static TopicStart from(Map<Integer, Long> positions) {
    return (consumer, ends) -> {
      Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(ends.keySet());
      Map<TopicPartition, Long> from = new HashMap<>(beginnings);
      ends.keySet()
          .forEach(
              partition -> {
                Long next = positions.get(partition.partition());
                if (next != null) {
                  from.merge(partition, next, Math::max);
                }
              });
      from.forEach(consumer::seek);
    };
  }

  private void take(Received received) {
    if (failure == null && received.event() instanceof CommentState state) {
      attempt(() -> files.put(Item.of(state), received.partition(), received.offset()));
      taken.incrementAndGet();
    }
  }

  @Override
  public synchronized void stop() {
    if (topic != null) {
      topic.close();
      topic = null;
    }
    if (upkeep != null) {
      upkeep.shutdown();
      upkeep = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return topic != null;
  }
}
