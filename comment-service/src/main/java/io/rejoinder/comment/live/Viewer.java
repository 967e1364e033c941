package io.rejoinder.comment.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Operators;
import reactor.netty.channel.AbortedException;

/**
 * One reader's end of a stream: a bounded buffer. There are thousands of them, so it is one object
 * where sinks and operators would be a dozen. Offered to by one thread at a time (the ring's lock
 * sees to it), and asked by another; takes one subscriber.
 */
final class Viewer implements Publisher<byte[]>, Subscription {

  private long after;
  private final int buffer;
  private final Deque<byte[]> waiting = new ArrayDeque<>(2);
  private @Nullable Consumer<Viewer> atEnd;
  private @Nullable Subscriber<? super byte[]> subscriber;
  private long wanted;

  /** Nothing is offered any more; what waits is still sent. */
  private boolean closing;

  /** Nothing is sent any more. */
  private boolean over;

  /** A reader that wants what lies behind an offset. */
  Viewer(long after, int buffer) {
    this(after, buffer, viewer -> {});
  }

  /**
   * A reader that wants what lies behind an offset.
   *
   * @param buffer how much may wait for it, in pieces
   * @param atEnd called once when the stream is over, whoever ended it; not under this one's lock
   */
  Viewer(long after, int buffer, Consumer<Viewer> atEnd) {
    this.after = after;
    this.buffer = buffer;
    this.atEnd = atEnd;
  }

  /** It was given all up to this place, some of which may not have been sent to the others yet. */
  void given(long upTo) {
    after = Math.max(after, upTo);
  }

  boolean wants(long offset) {
    return offset > after;
  }

  /** What it is sent before all that is offered; before anyone subscribes. */
  synchronized void begin(List<byte[]> first) {
    byte[] piece = Pieces.together(first);
    waiting.addFirst(piece);
  }

  /** Hands a piece over without waiting; false if the buffer is full and the reader was cut. */
  boolean offer(byte[] piece) {
    synchronized (this) {
      if (closing || over) {
        return true;
      }
      if (waiting.size() < buffer) {
        waiting.addLast(piece);
        drain();
        return true;
      }
      // An error, not an end: the connection is closed at once, with what is stuck in it. The
      // client connects again and resumes. This class of error is not logged as a failure.
      over = true;
      waiting.clear();
      if (subscriber != null) {
        subscriber.onError(new AbortedException("a reader was too slow"));
      }
    }
    leave();
    return false;
  }

  /** Ends the stream, behind what waits: the service stops. */
  void complete() {
    synchronized (this) {
      closing = true;
      drain();
    }
    leave();
  }

  @Override
  public void subscribe(Subscriber<? super byte[]> reader) {
    synchronized (this) {
      if (subscriber != null) {
        Operators.error(reader, new IllegalStateException("a viewer has one subscriber"));
        return;
      }
      subscriber = reader;
      reader.onSubscribe(this);
      drain();
    }
  }

  @Override
  public synchronized void request(long count) {
    wanted = Operators.addCap(wanted, count);
    drain();
  }

  @Override
  public void cancel() {
    synchronized (this) {
      over = true;
      waiting.clear();
    }
    leave();
  }

  private void drain() {
    Subscriber<? super byte[]> reader = subscriber;
    if (reader == null || over) {
      return;
    }
    while (wanted > 0 && !waiting.isEmpty()) {
      wanted--;
      reader.onNext(waiting.removeFirst());
    }
    if (closing && waiting.isEmpty() && !over) {
      over = true;
      reader.onComplete();
    }
  }

  private void leave() {
    Consumer<Viewer> once;
    synchronized (this) {
      once = atEnd;
      atEnd = null;
    }
    if (once != null) {
      once.accept(this);
    }
  }
}
