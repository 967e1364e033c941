package io.rejoinder.comment.following;

import io.rejoinder.events.Sealed;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.thread.ThreadFollowed;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who follows, and confirmed it.
 *
 * @param id keyed hash of the address and of what is followed
 * @param thread the thread
 * @param comment the comment whose replies alone they are told of; null for the whole thread
 * @param email where they are told
 * @param language in which
 * @param reader the identity of the browser that asked; null where it had none
 * @param at since when
 */
record Follow(
    String id,
    ThreadId thread,
    @Nullable CommentId comment,
    Sealed email,
    String language,
    @Nullable String reader,
    Instant at) {

  /** What a state says; empty where they stopped it. */
  static Optional<Follow> of(ThreadFollowed state) {
    ThreadId thread = state.thread();
    Sealed email = state.email();
    if (!state.following() || thread == null || email == null) {
      return Optional.empty();
    }
    String language = state.language() == null ? "en" : state.language();
    return Optional.of(
        new Follow(
            state.id(), thread, state.comment(), email, language, state.reader(), state.at()));
  }

  /** What is followed: the thread, or the one comment. */
  String subject() {
    return comment == null ? thread.value() : "/" + comment;
  }

  /** Whether they wrote this themselves. */
  boolean wrote(@Nullable String author) {
    return reader != null && reader.equals(author);
  }
}
