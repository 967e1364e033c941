package io.rejoinder.comment.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

  /**
   * Greylisting takes minutes, a full mailbox days: a relay has more patience than memory has room.
   */
  private static final Duration LONGEST_PUT_OFF = Duration.ofHours(4);

  private final @Nullable Outbox outbox;
  private final MailProperties bounds;
  private final MeterRegistry meters;
  private final Semaphore room;
  private final ScheduledThreadPoolExecutor threads;
  private final Limits limits;
  private final Set<Waiting> open = ConcurrentHashMap.newKeySet();

  /** Sends through an outbox; without one it is off. */
  Mailer(@Nullable Outbox outbox, MailProperties bounds, MeterRegistry meters) {
    this.outbox = outbox;
    this.bounds = bounds;
    this.meters = meters;
    this.room = new Semaphore(bounds.queue());
    this.threads = new ScheduledThreadPoolExecutor(bounds.threads(), Mailer::thread);
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.limits = new Limits(bounds);
    meters.gauge("rejoinder.mail.waiting", room, it -> bounds.queue() - it.availablePermits());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "mail");
    thread.setDaemon(true);
    return thread;
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
    boolean may = limits.takeOf(address);
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
    if (outbox == null || !room.tryAcquire()) {
      count("queue-full");
      return CompletableFuture.failedFuture(
          new RejectedExecutionException(mail.id() + ": not queued"));
    }
    Waiting waiting = new Waiting(outbox, mail, System.nanoTime() + within.toNanos());
    open.add(waiting);
    after(0, waiting);
    return waiting.done();
  }

  private void settle(Waiting waiting, Delivery delivery) {
    if (open.remove(waiting)) {
      room.release();
      waiting.done().complete(delivery);
    }
  }

  private void abandon(Waiting waiting) {
    if (open.remove(waiting)) {
      room.release();
      waiting.done().completeExceptionally(new RejectedExecutionException("the mailer has ended"));
    }
  }

  private void after(long nanos, Waiting waiting) {
    waiting.done().again();
    long left = waiting.left();
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
    if (threads.isShutdown() || waiting.done().isCancelled()) {
      abandon(waiting);
      return;
    }
    long wait = limits.take();
    if (wait > 0) {
      after(wait, waiting);
    } else if (waiting.done().begin()) {
      handOver(waiting);
    } else {
      limits.giveBack();
      abandon(waiting);
    }
  }

  private void handOver(Waiting waiting) {
    try {
      waiting.outbox().send(waiting.mail());
      limits.answered();
      meters.counter("rejoinder.mail.sent").increment();
      settle(waiting, Delivery.SENT);
    } catch (Outbox.Refused e) {
      limits.answered();
      refused(waiting, e);
    } catch (Outbox.Away e) {
      limits.giveBack();
      count("server-away");
      LOG.warn("the mail server is away: {}", e.getMessage());
      after(limits.away(), waiting);
    } catch (RuntimeException e) {
      LOG.error("{} was not sent", waiting.mail(), e);
      count("not-a-message");
      settle(waiting, Delivery.REFUSED);
    }
  }

  private void refused(Waiting waiting, Outbox.Refused refusal) {
    LOG.warn("{} was refused: {}", waiting.mail(), refusal.getMessage());
    if (refusal.forGood()) {
      count("refused");
      settle(waiting, Delivery.REFUSED);
    } else {
      count("put-off");
      if (waiting.done().complete(Delivery.PUT_OFF)) {
        waiting.atMost(LONGEST_PUT_OFF.toNanos());
      }
      after(bounds.putOff().toNanos(), waiting);
    }
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
