package io.rejoinder.comment.mail;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages, in threads of its own and within the installation's limits: {@link #send} never
 * blocks. While the server is away they wait, in memory only, so whoever sends them keeps what they
 * were made of until it hears that they are gone. Threadsafe.
 */
public final class Mailer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int ADDRESSES_REMEMBERED = 100_000;

  private final @Nullable Outbox outbox;
  private final MailProperties bounds;
  private final MeterRegistry meters;
  private final Semaphore room;
  private final ScheduledThreadPoolExecutor threads;
  private final Bucket perHour;
  private final LoadingCache<String, Bucket> perAddress;
  private final Set<Waiting> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile long quietUntil = System.nanoTime();

  /** Sends through an outbox; without one it is off. */
  Mailer(@Nullable Outbox outbox, MailProperties bounds, MeterRegistry meters) {
    this.outbox = outbox;
    this.bounds = bounds;
    this.meters = meters;
    this.room = new Semaphore(bounds.queue());
    this.threads = new ScheduledThreadPoolExecutor(bounds.threads(), Mailer::thread);
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.perHour = bucket(bounds.perHour());
    this.perAddress =
        Caffeine.newBuilder()
            .maximumSize(ADDRESSES_REMEMBERED)
            .expireAfterAccess(HOUR.multipliedBy(2))
            .build(address -> bucket(bounds.perAddress()));
    meters.gauge("rejoinder.mail.waiting", room, it -> bounds.queue() - it.availablePermits());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "mail");
    thread.setDaemon(true);
    return thread;
  }

  private static Bucket bucket(int inAnHour) {
    return Bucket.builder()
        .addLimit(Bandwidth.builder().capacity(inAnHour).refillGreedy(inAnHour, HOUR).build())
        .build();
  }

  /** Whether an SMTP server is configured. */
  public boolean on() {
    return outbox != null;
  }

  /**
   * Takes one of the messages that an address may get without having said that it wants them: a
   * confirmation that somebody, perhaps somebody else, asked for. Nobody is to be told of a refusal
   * but the counter: it would say what others did with the address.
   */
  public boolean mayAsk(MailAddress address) {
    // Case is the mailbox's to tell apart, but hardly one does: the bound is for the person.
    String person = address.value().toLowerCase(Locale.ROOT);
    boolean may = perAddress.get(person).tryConsume(1);
    if (!may) {
      count("too-many-for-address");
    }
    return may;
  }

  /**
   * Sends a message, for as long as that takes within a bound.
   *
   * @param within how long to go on trying
   * @return what became of it; it can be cancelled while nothing of it was handed over; fails with
   *     {@link RejectedExecutionException} if too many wait, it is off, or this process ends
   */
  public CompletableFuture<Delivery> send(Mail mail, Duration within) {
    Handover done = new Handover();
    if (outbox == null || !room.tryAcquire()) {
      count("queue-full");
      done.completeExceptionally(new RejectedExecutionException(mail.id() + ": not queued"));
      return done;
    }
    Waiting waiting = new Waiting(outbox, mail, System.nanoTime() + within.toNanos(), done);
    open.add(waiting);
    after(0, waiting);
    return done;
  }

  /** A message, until when it is tried, and who hears of it. */
  private static final class Waiting {
    private final Outbox outbox;
    private final Mail mail;
    private final long until;
    private final Handover done;

    Waiting(Outbox outbox, Mail mail, long until, Handover done) {
      this.outbox = outbox;
      this.mail = mail;
      this.until = until;
      this.done = done;
    }
  }

  /** Can be cancelled as long as the server has not been told of it. */
  private static final class Handover extends CompletableFuture<Delivery> {
    private boolean begun;

    /** Begins a try, unless it was taken back. */
    synchronized boolean begin() {
      begun = !isDone();
      return begun;
    }

    synchronized void again() {
      begun = false;
    }

    @Override
    public synchronized boolean cancel(boolean interrupt) {
      return !begun && super.cancel(interrupt);
    }
  }

  private void settle(Waiting waiting, Delivery delivery) {
    if (open.remove(waiting)) {
      room.release();
      waiting.done.complete(delivery);
    }
  }

  private void abandon(Waiting waiting) {
    if (open.remove(waiting)) {
      room.release();
      waiting.done.completeExceptionally(new RejectedExecutionException("the mailer has ended"));
    }
  }

  private void after(long nanos, Waiting waiting) {
    waiting.done.again();
    long left = waiting.until - System.nanoTime();
    if (left <= 0 && nanos > 0) {
      count("given-up");
      settle(waiting, Delivery.GIVEN_UP);
      return;
    }
    try {
      // Its outcome is told through the message's own future.
      var unused =
          threads.schedule(
              () -> attempt(waiting), Math.min(nanos, Math.max(0, left)), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      abandon(waiting);
    }
  }

  private void attempt(Waiting waiting) {
    if (threads.isShutdown() || waiting.done.isDone()) {
      abandon(waiting);
      return;
    }
    long quiet = quietUntil - System.nanoTime();
    if (quiet > 0) {
      after(quiet, waiting);
      return;
    }
    var probe = perHour.tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed() && waiting.done.begin()) {
      handOver(waiting);
    } else if (probe.isConsumed()) {
      perHour.addTokens(1);
      abandon(waiting);
    } else {
      after(probe.getNanosToWaitForRefill(), waiting);
    }
  }

  private void handOver(Waiting waiting) {
    try {
      waiting.outbox.send(waiting.mail);
      failures.set(0);
      meters.counter("rejoinder.mail.sent").increment();
      settle(waiting, Delivery.SENT);
    } catch (Outbox.Refused e) {
      failures.set(0);
      refused(waiting, e);
    } catch (Outbox.Away e) {
      perHour.addTokens(1);
      count("server-away");
      LOG.warn("the mail server is away: {}", e.getMessage());
      after(quiet(), waiting);
    } catch (RuntimeException e) {
      LOG.error("{} was not sent", waiting.mail, e);
      count("not-a-message");
      settle(waiting, Delivery.REFUSED);
    }
  }

  private void refused(Waiting waiting, Outbox.Refused refusal) {
    LOG.warn("{} was refused: {}", waiting.mail, refusal.getMessage());
    if (refusal.forGood()) {
      count("refused");
      settle(waiting, Delivery.REFUSED);
    } else {
      count("put-off");
      after(bounds.putOff().toNanos(), waiting);
    }
  }

  /** Nothing is tried for a while, longer each time. */
  private long quiet() {
    int doublings = Math.min(failures.getAndIncrement(), 20);
    long pause = Math.min(bounds.pause().toNanos() << doublings, LONGEST_PAUSE.toNanos());
    quietUntil = System.nanoTime() + pause;
    return pause;
  }

  private void count(String cause) {
    meters.counter("rejoinder.mail.failed", "cause", cause).increment();
  }

  /** Ends: what waits fails, what is being handed over has as long as the server's timeouts. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(bounds.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Set.copyOf(open).forEach(this::abandon);
  }
}
