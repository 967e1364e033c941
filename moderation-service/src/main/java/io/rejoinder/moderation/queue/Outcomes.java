package io.rejoinder.moderation.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.moderation.index.Item;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Those who wait for what becomes of a command. Threadsafe. */
final class Outcomes {

  /** By comment, then by command. */
  private final Map<String, Map<String, Sinks.One<Answer>>> waiting = new ConcurrentHashMap<>();

  /**
   * What becomes of a command that is sent. Waits from before it is sent, as the outcome may be
   * there before the acknowledgement is.
   *
   * @param sent complete once the command is kept
   * @param command the command
   * @param wait for how long then; empty after that
   */
  Mono<Answer> after(Mono<Void> sent, CommentCommand command, Duration wait) {
    return Mono.defer(
        () -> {
          Sinks.One<Answer> waiter = Sinks.one();
          join(command, waiter);
          return sent.then(waiter.asMono().timeout(wait, Mono.empty()))
              .doFinally(end -> leave(command, waiter));
        });
  }

  private void join(CommentCommand command, Sinks.One<Answer> waiter) {
    waiting.compute(
        command.comment().value(),
        (id, others) -> {
          Map<String, Sinks.One<Answer>> all = others == null ? new ConcurrentHashMap<>() : others;
          all.put(command.command(), waiter);
          return all;
        });
  }

  private void leave(CommentCommand command, Sinks.One<Answer> waiter) {
    waiting.computeIfPresent(
        command.comment().value(),
        (id, all) -> {
          all.remove(command.command(), waiter);
          return all.isEmpty() ? null : all;
        });
  }

  /** Whether anybody waits for a comment; its id as the key of a record. */
  boolean awaited(byte[] key) {
    return !waiting.isEmpty() && waiting.containsKey(new String(key, UTF_8));
  }

  /** Tells those who wait for one of this state's outcomes. */
  void seen(CommentState state) {
    Map<String, Sinks.One<Answer>> ofComment = waiting.get(state.id().value());
    if (ofComment != null) {
      ofComment.forEach(
          (command, waiter) ->
              state
                  .outcomeOf(command)
                  .ifPresent(outcome -> waiter.tryEmitValue(new Answer(outcome, Item.of(state)))));
    }
  }

  /**
   * What became of a command.
   *
   * @param outcome applied or refused
   * @param item the comment
   */
  record Answer(Outcome outcome, Item item) {}
}
