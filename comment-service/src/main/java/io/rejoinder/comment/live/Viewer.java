package io.rejoinder.comment.live;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.netty.channel.AbortedException;
import reactor.util.concurrent.Queues;

/**
 * One reader's end of a stream: a bounded buffer. Offered to by one thread at a time (the ring's
 * lock sees to it).
 */
final class Viewer {

  private final long after;
  private final Sinks.Many<byte[]> events;
  private final Sinks.Empty<byte[]> end = Sinks.empty();

  /** A reader that wants what lies behind an offset. */
  Viewer(long after, int buffer) {
    this.after = after;
    this.events = Sinks.many().unicast().onBackpressureBuffer(Queues.<byte[]>get(buffer).get());
  }

  boolean wants(long offset) {
    return offset > after;
  }

  /** Hands an event over without waiting; false if the buffer is full and the reader was cut. */
  boolean offer(byte[] event) {
    if (events.tryEmitNext(event) != Sinks.EmitResult.FAIL_OVERFLOW) {
      return true;
    }
    // An error, not an end: the connection is closed at once, with what is stuck in it. The
    // client connects again and resumes. This class of error is not logged as a failure.
    end.tryEmitError(new AbortedException("a reader was too slow"));
    return false;
  }

  /** Ends the stream: the service stops. */
  void complete() {
    end.tryEmitEmpty();
  }

  Flux<byte[]> stream() {
    return events.asFlux().takeUntilOther(end.asMono());
  }
}
