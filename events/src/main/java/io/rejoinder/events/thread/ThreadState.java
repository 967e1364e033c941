package io.rejoinder.events.thread;

import io.rejoinder.events.Event;
import io.rejoinder.events.comment.ThreadId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A thread as it stands: of a page that is no review, or of a review with settings of its own. Of
 * two states of one version, the one that stands first in the log counts.
 *
 * @param id the thread's id
 * @param version 1 for the first state, one more with each change
 * @param site the id of the site that it belongs to
 * @param address of its page
 * @param title of its page, plain text
 * @param openedAt when its first comment came, or it was made; of a review, when that was published
 * @param settings of its own; absent where all is as the site has it
 * @param at when this state was written
 */
public record ThreadState(
    ThreadId id,
    long version,
    String site,
    String address,
    String title,
    Instant openedAt,
    @Nullable ThreadSettings settings,
    Instant at)
    implements Event {
  /** Checks that all but the settings is there. */
  public ThreadState {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(openedAt, "openedAt");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public String key() {
    return id.value();
  }

  @Override
  public String eventId() {
    return id + "/" + version;
  }

  /** The same under another version. */
  public ThreadState as(long newer, Instant written) {
    return new ThreadState(id, newer, site, address, title, openedAt, settings, written);
  }

  /** Whether another state says the same, whenever it was written. */
  public boolean says(ThreadState other) {
    return as(0, at).equals(other.as(0, at));
  }
}
