package io.rejoinder.bench.screening;

import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentCommand;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decide;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.comment.Verdict;
import io.rejoinder.moderation.record.Fold;
import io.rejoinder.moderation.record.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Comments that are submitted, wait, and are decided on by a person: through the fold. */
final class DecidedComments {

  private static final Instant AT = Instant.EPOCH;
  private static final By MODERATOR = By.moderator("a-1", "anna");
  private static final ThreadId THREAD = new ThreadId("bench");

  private final Fold fold =
      new Fold(candidate -> new Ruling(Status.HELD, null, "Held", Map.of(), List.of()));

  private int submitted;

  CommentState rejected(String text) {
    return decided(text, Verdict.REJECT, "spam");
  }

  CommentState approved(String text) {
    return decided(text, Verdict.APPROVE, null);
  }

  private CommentState decided(String text, Verdict verdict, @Nullable String reason) {
    CommentId id = new CommentId("%032x".formatted(++submitted));
    Author author = new Author("Neil", null, null);
    CommentState held = folded(null, new Submit(id.value(), id, THREAD, null, author, text, AT));
    return folded(
        held, new Decide("decide", id, 1, held.version(), verdict, reason, MODERATOR, AT));
  }

  private CommentState folded(@Nullable CommentState before, CommentCommand command) {
    return Objects.requireNonNull(fold.fold(before, command).written());
  }
}
