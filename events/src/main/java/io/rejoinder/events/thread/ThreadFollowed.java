package io.rejoinder.events.thread;

import io.rejoinder.events.Event;
import io.rejoinder.events.Sealed;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.ThreadId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether the owner of an e-mail address, who confirmed it, is told of new comments by e-mail. The
 * last word counts. Where they are told no more, nothing but the id and the time is left, so that
 * compaction removes the address.
 *
 * @param id keyed hash of the address and of what is followed: 32 hexadecimal digits
 * @param following whether they are told; false once they stopped it
 * @param thread the thread; absent once they stopped it
 * @param comment the comment whose replies alone they are told of; absent for the whole thread
 * @param email where they are told; absent once they stopped it
 * @param language in which, as a language tag; absent once they stopped it
 * @param reader the id of the signed identity of the browser that asked; absent where it had none,
 *     and once they stopped it
 * @param at when the edge took it
 */
public record ThreadFollowed(
    String id,
    boolean following,
    @Nullable ThreadId thread,
    @Nullable CommentId comment,
    @Nullable Sealed email,
    @Nullable String language,
    @Nullable String reader,
    Instant at)
    implements Event {
  /** Checks that there is an id and a time. */
  public ThreadFollowed {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
  }

  /** The marker that is left where somebody stopped it. */
  public static ThreadFollowed stopped(String id, Instant at) {
    return new ThreadFollowed(id, false, null, null, null, null, null, at);
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public String eventId() {
    return id + "/" + at.toEpochMilli();
  }
}
