package io.rejoinder.events.learning;

import io.rejoinder.events.Event;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a human decision teaches. Of a comment's revision the newest example alone stands, and one
 * without lessons stands for nothing: that is how a decision is unlearned.
 *
 * @param number 1 for the first, one more with each: a model's version is the last number that it
 *     was taught
 * @param replaces the number of the example with the same key that this one takes the place of, and
 *     that compaction removes: what was erased, or a vector of an older model
 * @param comment the comment that was judged
 * @param revision its revision
 * @param decision the decision's number
 * @param kind moderator or import
 * @param source whose decision it is: a keyed hash of the account, or of the site that was imported
 * @param lessons at most one for each question and model; none where the decision was taken back,
 *     or says nothing of any question
 * @param at when it was decided
 * @param submitted true where it was said of a comment that is kept elsewhere ({@link Teach}),
 *     whose text is not here to be read by another model; absent for what was decided here
 */
public record TrainingExample(
    long number,
    @Nullable Long replaces,
    CommentId comment,
    int revision,
    int decision,
    By.Kind kind,
    String source,
    List<Lesson> lessons,
    Instant at,
    @Nullable Boolean submitted)
    implements Event {

  /** Of a comment that is kept here. */
  public TrainingExample(
      long number,
      @Nullable Long replaces,
      CommentId comment,
      int revision,
      int decision,
      By.Kind kind,
      String source,
      List<Lesson> lessons,
      Instant at) {
    this(number, replaces, comment, revision, decision, kind, source, lessons, at, null);
  }

  /** Copies the lessons; absent ones are none. */
  @SuppressWarnings("NullAway") // Jackson passes null for what an older writer left out.
  public TrainingExample {
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(at, "at");
    lessons = lessons == null ? List.of() : List.copyOf(lessons);
  }

  @Override
  public String key() {
    return comment + "/" + decision;
  }

  @Override
  public String eventId() {
    return "example/" + number;
  }
}
