package io.rejoinder.comment.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.comment.thread.Comment;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.projection.Received;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * The states of comments as they are written, for those who wait for one: authors' streams, and
 * edits and withdrawals that have not been answered yet. Threadsafe.
 */
final class Outcomes {

  /** States that wait for one slow listener; then its stream ends and it asks again. */
  private static final int BUFFER = 32;

  private final Map<CommentId, Set<Sinks.Many<Comment>>> listeners = new ConcurrentHashMap<>();

  /** Whether anybody waits for a comment; its id as the key of a record. */
  boolean awaited(byte[] key) {
    return !listeners.isEmpty() && listeners.containsKey(new CommentId(new String(key, UTF_8)));
  }

  void received(Received received) {
    if (!(received.event() instanceof CommentState state)) {
      return;
    }
    Set<Sinks.Many<Comment>> waiting = listeners.get(state.id());
    if (waiting == null) {
      return;
    }
    Comment comment = Comment.of(state);
    for (Sinks.Many<Comment> listener : waiting) {
      if (listener.tryEmitNext(comment) == Sinks.EmitResult.FAIL_OVERFLOW) {
        listener.tryEmitComplete();
      }
    }
  }

  /** The states of one comment from the moment of this call on; listen before asking or sending. */
  Flux<Comment> of(CommentId id) {
    Sinks.Many<Comment> listener =
        Sinks.many().unicast().onBackpressureBuffer(Queues.<Comment>get(BUFFER).get());
    listeners.compute(
        id,
        (key, all) -> {
          Set<Sinks.Many<Comment>> grown = all == null ? ConcurrentHashMap.newKeySet() : all;
          grown.add(listener);
          return grown;
        });
    return listener.asFlux().doFinally(signal -> forget(id, listener));
  }

  private void forget(CommentId id, Sinks.Many<Comment> listener) {
    listeners.computeIfPresent(
        id,
        (key, all) -> {
          all.remove(listener);
          return all.isEmpty() ? null : all;
        });
  }

  /** How many comments are listened for. */
  int size() {
    return listeners.size();
  }

  /** Ends all streams: the service stops. */
  void complete() {
    listeners.values().forEach(all -> all.forEach(Sinks.Many::tryEmitComplete));
  }
}
