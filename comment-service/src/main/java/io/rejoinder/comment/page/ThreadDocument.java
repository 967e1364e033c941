package io.rejoinder.comment.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rejoinder.comment.thread.Threads;
import io.rejoinder.comment.thread.Threads.Standing;
import io.rejoinder.events.thread.ThreadSettings;
import io.rejoinder.events.thread.ThreadState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thread as its site's server sees it.
 *
 * @param thread its id
 * @param version rises with each change
 * @param site its site
 * @param address of its page
 * @param title of its page
 * @param openedAt when it was opened
 * @param open whether it takes comments now
 * @param closesAt when it closes, or closed, by itself; null for never
 * @param settings what it has of its own; null where all is as the site has it
 */
record ThreadDocument(
    String thread,
    long version,
    String site,
    String address,
    String title,
    Instant openedAt,
    boolean open,
    @Nullable Instant closesAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ThreadSettings settings) {

  static ThreadDocument of(ThreadState state, Threads threads) {
    String id = state.id().value();
    return new ThreadDocument(
        id,
        state.version(),
        state.site(),
        state.address(),
        state.title(),
        state.openedAt(),
        threads.standing(id) == Standing.OPEN,
        threads.closesAt(id),
        state.settings());
  }
}
