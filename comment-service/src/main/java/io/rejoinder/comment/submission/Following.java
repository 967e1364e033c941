package io.rejoinder.comment.submission;

import io.rejoinder.comment.thread.Comment;
import io.rejoinder.comment.thread.Comments;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Status;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How a submission stands, and each change of it. */
final class Following {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration STORE_BOUND = Duration.ofSeconds(3);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final int LOOKS = 200;

  private final Comments comments;
  private final Outcomes outcomes;
  private final Limits limits;
  private final Editing editing;

  Following(Comments comments, Outcomes outcomes, Limits limits, Editing editing) {
    this.comments = comments;
    this.outcomes = outcomes;
    this.limits = limits;
    this.editing = editing;
  }

  Duration heartbeat() {
    return HEARTBEAT;
  }

  /** Whether as many streams are open as this instance may hold. */
  boolean full() {
    return outcomes.size() >= limits.streams();
  }

  /** As the store has it; {@code checking} if it has not heard of it; fails with the store. */
  Mono<SubmissionView> current(CommentId id) {
    return comments
        .find(id)
        .timeout(STORE_BOUND)
        .map(editing::view)
        .defaultIfEmpty(SubmissionView.checking(id.value()));
  }

  /** The current view first, then each newer one. */
  Flux<SubmissionView> changes(CommentId id) {
    return Flux.defer(
        () -> {
          // Listening begins before the store is asked, so that nothing lies in between.
          Flux<SubmissionView> newer = outcomes.of(id).concatMap(this::readable).map(editing::view);
          // The listener comes first: it is let go of whatever becomes of the other.
          return Flux.merge(newer, current(id))
              .scan(Following::newest)
              .distinctUntilChanged(Following::version);
        });
  }

  private static SubmissionView newest(SubmissionView one, SubmissionView other) {
    return version(other) > version(one) ? other : one;
  }

  private static long version(SubmissionView view) {
    Long version = view.version();
    return version == null ? 0 : version;
  }

  /** A publication is told once a read returns it; anything else concerns the author alone. */
  private Mono<Comment> readable(Comment comment) {
    if (comment.status() != Status.APPROVED) {
      return Mono.just(comment);
    }
    return comments
        .find(comment.id())
        .filter(stored -> stored.version() >= comment.version())
        .repeatWhenEmpty(LOOKS, looks -> looks.delayElements(LOOK_AGAIN))
        .onErrorResume(e -> Mono.just(comment));
  }
}
