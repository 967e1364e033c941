package io.rejoinder.moderation.screening;

import io.rejoinder.events.author.AuthorState.Standing;
import io.rejoinder.events.comment.Author;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How moderators have authors stand. Threadsafe; answers from memory. */
@FunctionalInterface
public interface Standings {

  /** Of nobody is anything known. */
  Standings NONE = (author, at) -> Optional.empty();

  /** How an author stood at a time, where that is not as everyone. */
  Optional<Held> of(Author author, Instant at);

  /**
   * How an author stands.
   *
   * @param standing what counts: of several things that tell the author, the strictest
   * @param author by what the author was told
   * @param version of the state that says so
   * @param until when it ends; null for never
   */
  record Held(Standing standing, String author, long version, @Nullable Instant until) {}
}
