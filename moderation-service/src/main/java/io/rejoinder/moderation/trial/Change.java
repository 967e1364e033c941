package io.rejoinder.moderation.trial;

import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Status;
import java.time.Instant;
import java.util.Comparator;

/**
 * A verdict that would be another one.
 *
 * @param comment the comment's id
 * @param thread its thread
 * @param revision the revision that was judged again
 * @param at when that was written
 * @param from the verdict by the settings in force
 * @param to the verdict by the candidate
 * @param people what people decided
 * @param why of the candidate's verdict
 * @param excerpt the beginning of the text, at most 200 characters
 */
record Change(
    String comment,
    String thread,
    int revision,
    Instant at,
    Status from,
    Status to,
    People people,
    String why,
    String excerpt) {

  /** The newest first. */
  static final Comparator<Change> ORDER =
      Comparator.comparing(Change::at).thenComparing(Change::comment).reversed();

  private static final int EXCERPT = 200;

  static Change of(
      CommentState state, People people, Rejudge.Rejudged current, Rejudge.Rejudged candidate) {
    return new Change(
        state.id().value(),
        state.thread().value(),
        state.newest().number(),
        state.newest().at(),
        current.outcome(),
        candidate.outcome(),
        people,
        candidate.why(),
        excerpt(state.newest().text()));
  }

  private static String excerpt(String text) {
    int length = Math.min(EXCERPT, text.codePointCount(0, text.length()));
    return text.substring(0, text.offsetByCodePoints(0, length));
  }

  /** The place in the list. */
  String key() {
    return at.toEpochMilli() + "-" + comment;
  }
}
