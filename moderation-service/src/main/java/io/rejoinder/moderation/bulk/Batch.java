package io.rejoinder.moderation.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Sinks;

/** A batch of commands while it is carried out, and how far it came. Threadsafe. */
final class Batch {

  private final String id;
  private final By by;
  private final Instant at;
  private final List<CommentCommand> commands;
  private final AtomicInteger applied = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final Sinks.Empty<Void> stopped = Sinks.empty();
  private volatile State state = State.RUNNING;

  Batch(String id, By by, Instant at, List<CommentCommand> commands) {
    this.id = id;
    this.by = by;
    this.at = at;
    this.commands = List.copyOf(commands);
  }

  String id() {
    return id;
  }

  List<CommentCommand> commands() {
    return commands;
  }

  /** Completes once it is to begin nothing more. */
  Sinks.Empty<Void> stopped() {
    return stopped;
  }

  void outcome(Outcome outcome) {
    (outcome.applied() ? applied : refused).incrementAndGet();
  }

  /** The broker did not take a command. */
  void failed() {
    failed.incrementAndGet();
  }

  /** Begins nothing more; what is on its way is carried out. */
  void stop() {
    if (state == State.RUNNING) {
      state = State.STOPPED;
      var unused = stopped.tryEmitEmpty();
    }
  }

  void ended() {
    if (state == State.RUNNING) {
      state = State.DONE;
    }
  }

  /** How it stands. */
  Progress progress() {
    return new Progress(
        id,
        state,
        String.valueOf(by.name()),
        at,
        commands.size(),
        applied.get(),
        refused.get(),
        failed.get());
  }

  /** Whether more comes. */
  enum State {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("stopped")
    STOPPED,
    @JsonProperty("done")
    DONE
  }

  /**
   * How a batch stands ({@code Batch} in the OpenAPI document).
   *
   * @param id its id, which the search's {@code batch:} finds its decisions by
   * @param state whether more comes
   * @param by the name of who began it
   * @param at when
   * @param total comments that it is about
   * @param applied those that it changed
   * @param refused those that were decided or changed meanwhile, or stood so already
   * @param failed those that the broker did not take: they are as they were
   */
  record Progress(
      String id,
      State state,
      String by,
      Instant at,
      int total,
      int applied,
      int refused,
      int failed) {}
}
