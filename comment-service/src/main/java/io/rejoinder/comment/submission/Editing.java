package io.rejoinder.comment.submission;

import io.rejoinder.comment.edge.FieldError;
import io.rejoinder.comment.edge.Problem;
import io.rejoinder.comment.edge.ProblemType;
import io.rejoinder.comment.site.Settings;
import io.rejoinder.comment.thread.Comment;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.comment.thread.Place;
import io.rejoinder.comment.thread.Threads;
import io.rejoinder.events.comment.CommentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Until when a comment can be edited: within the window of its thread, and as long as nobody has
 * replied. One that the store has not heard of was written a moment ago.
 */
final class Editing {

  private final Threads threads;
  private final Comments comments;
  private final Duration bound;
  private final Clock clock;

  /**
   * Editing in these threads.
   *
   * @param bound how long the store may take
   */
  Editing(Threads threads, Comments comments, Duration bound, Clock clock) {
    this.threads = threads;
    this.comments = comments;
    this.bound = bound;
    this.clock = clock;
  }

  /**
   * Until when one can be edited that was written then, unless it is replied to; null for never.
   */
  @Nullable Instant until(String thread, Instant createdAt) {
    return threads
        .settings(thread)
        .map(Settings::editWindow)
        .filter(window -> !window.isZero())
        .map(createdAt::plus)
        .orElse(null);
  }

  /** The view of a comment for its author. */
  SubmissionView view(Comment comment) {
    return SubmissionView.of(comment, until(comment.thread().value(), comment.createdAt()));
  }

  /**
   * What becomes of an edit.
   *
   * @param command the command's id: one that was folded before is the same edit again
   * @param text the new text
   */
  Mono<Leave> leave(CommentId id, String command, String text) {
    return comments
        .find(id)
        .timeout(bound)
        .flatMap(comment -> leave(comment, command, text))
        .defaultIfEmpty(new Leave(null, false));
  }

  private Mono<Leave> leave(Comment comment, String command, String text) {
    Optional<Settings> settings = threads.settings(comment.thread().value());
    boolean premoderated = settings.filter(Settings::premoderated).isPresent();
    Leave granted = new Leave(null, premoderated);
    if (comment.outcomes().stream().anyMatch(outcome -> outcome.command().equals(command))) {
      return Mono.just(granted);
    }
    if (threads.isReadOnly(comment.thread().value())) {
      return Mono.just(refused(readOnly()));
    }
    Duration window = settings.map(Settings::editWindow).orElse(Duration.ZERO);
    Duration since = Duration.between(comment.createdAt(), clock.instant());
    if (since.compareTo(window) >= 0) {
      return Mono.just(refused(tooLate(window, since)));
    }
    List<FieldError> errors = new ArrayList<>(0);
    settings.ifPresent(it -> Checks.text("text", text, it.longest(), errors));
    if (!errors.isEmpty()) {
      return Mono.just(refused(Problem.of(ProblemType.INVALID_COMMENT, errors)));
    }
    Place place = comment.place();
    return place == null
        ? Mono.just(granted)
        : comments
            .answered(comment.id(), place.root())
            .timeout(bound)
            .map(answered -> answered ? refused(replied()) : granted);
  }

  private static Leave refused(Problem problem) {
    return new Leave(problem, false);
  }

  private static Problem tooLate(Duration window, Duration since) {
    return Problem.of(
        ProblemType.EDIT_CLOSED,
        List.of(
            new FieldError(
                "createdAt",
                since.toSeconds() + " seconds ago",
                "less than " + window.toSeconds() + " seconds ago")));
  }

  private static Problem readOnly() {
    return Problem.of(
        ProblemType.EDIT_CLOSED, List.of(new FieldError("site", "read-only", "open")));
  }

  private static Problem replied() {
    return Problem.of(
        ProblemType.EDIT_CLOSED, List.of(new FieldError("replies", "1 or more", "none")));
  }

  /**
   * Whether an edit is let through.
   *
   * @param refusal why not; null if it is
   * @param premoderated whether it waits for a moderator then
   */
  record Leave(@Nullable Problem refusal, boolean premoderated) {}
}
