package io.rejoinder.comment.mail;

import java.util.concurrent.CompletableFuture;

/** A message, until when it is tried, and who hears of it. Threadsafe. */
final class Waiting {

  private final Outbox outbox;
  private final Mail mail;
  private final Handover done = new Handover();
  private volatile long until;

  /** Until then, by {@link System#nanoTime}. */
  Waiting(Outbox outbox, Mail mail, long until) {
    this.outbox = outbox;
    this.mail = mail;
    this.until = until;
  }

  Outbox outbox() {
    return outbox;
  }

  Mail mail() {
    return mail;
  }

  Handover done() {
    return done;
  }

  /** Nanoseconds that are left. */
  long left() {
    return until - System.nanoTime();
  }

  /** No longer than these nanoseconds from now on. */
  void atMost(long nanos) {
    until = Math.min(until, System.nanoTime() + nanos);
  }

  /** Can be cancelled as long as the server has not been told of it. */
  static final class Handover extends CompletableFuture<Delivery> {
    private boolean begun;

    /** Begins a try, unless it was taken back. */
    synchronized boolean begin() {
      begun = !isCancelled();
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
}
