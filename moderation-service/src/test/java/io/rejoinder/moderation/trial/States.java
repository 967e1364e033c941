package io.rejoinder.moderation.trial;

import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Evidence;
import io.rejoinder.events.comment.Revision;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.ThreadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** States of comments on which people decided, or did not. */
final class States {

  static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final By ANNA = By.moderator("a-1", "anna");

  private States() {}

  static CommentState of(int number, String text, Decision... more) {
    List<Decision> decisions = new ArrayList<>();
    decisions.add(screened());
    decisions.addAll(Arrays.asList(more));
    return new CommentState(
        new CommentId("%032x".formatted(number)),
        new ThreadId("heat"),
        null,
        decisions.size(),
        decisions.size(),
        Status.HELD,
        new Author("Neil", null, null),
        AT,
        new Revision(1, text, AT.plusSeconds(number)),
        null,
        null,
        0,
        decisions,
        List.of(),
        null,
        AT);
  }

  private static Decision screened() {
    Evidence links = new Evidence("links", 0, "no links", List.of(), Map.of("links", "0"));
    return new Decision(
        1, 1, Status.HELD, By.SCREENING, null, "x", null, Map.of(), List.of(links), AT);
  }

  static Decision decided(int number, Status outcome, @Nullable Integer undoes) {
    return new Decision(number, 1, outcome, ANNA, null, "by anna", undoes, Map.of(), List.of(), AT);
  }

  /** The same without what the machine's decision was drawn from. */
  static CommentState summarised(int number) {
    CommentState state = of(number, "old");
    return new CommentState(
        state.id(),
        state.thread(),
        null,
        1,
        1,
        Status.HELD,
        state.author(),
        AT,
        state.newest(),
        null,
        null,
        0,
        List.of(screened().summarised()),
        List.of(),
        null,
        AT);
  }
}
