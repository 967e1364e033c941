package io.rejoinder.events.comment;

import io.rejoinder.events.Event;
import java.time.Instant;
import java.util.Objects;

/**
 * A moderator has a comment in hand, so that others leave it alone. The first one counts until it
 * ends; what another asks for meanwhile counts for nothing. It keeps nobody from deciding.
 *
 * @param comment the comment's id
 * @param by the moderator
 * @param until when it ends; the same as {@code at} where the moderator lets go of it
 * @param at when the edge took it
 */
public record Lease(CommentId comment, By by, Instant until, Instant at) implements Event {
  /** Checks that all is there. */
  public Lease {
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public String key() {
    return comment.value();
  }

  @Override
  public String eventId() {
    return comment + "/" + by.account() + "/" + at;
  }
}
