package io.rejoinder.events.learning;

import io.rejoinder.events.Event;
import io.rejoinder.events.comment.CommentId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Somebody who keeps comments elsewhere says what one is. Of a comment the newest counts, and the
 * same again is nothing new.
 *
 * @param comment its id, by which it is known again
 * @param spam whether it is spam; else it is an honest comment
 * @param source a keyed hash of who says so: tells sources apart, and nobody by name
 * @param lessons what is to be learned of it; no text
 * @param at when the edge took it
 */
public record Teach(
    CommentId comment, boolean spam, String source, List<Lesson> lessons, Instant at)
    implements Event {

  /** Copies the lessons; absent ones are none. */
  @SuppressWarnings("NullAway") // Jackson passes null for what an older writer left out.
  public Teach {
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(at, "at");
    lessons = lessons == null ? List.of() : List.copyOf(lessons);
  }

  @Override
  public String key() {
    return comment.value();
  }

  @Override
  public String eventId() {
    return "teach/" + comment + "/" + at;
  }

  @Override
  public String toString() {
    return "Teach[" + comment + ", " + (spam ? "spam" : "honest") + "]";
  }
}
