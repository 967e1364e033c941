package io.rejoinder.moderation.alert;

import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Reports;
import io.rejoinder.events.comment.Status;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has come to wait since the last alert, each comment once for each list. One thread's. */
final class Gathered {

  private final Set<String> held = new HashSet<>();
  private final Set<String> reported = new HashSet<>();
  private final Set<String> appealed = new HashSet<>();
  private @Nullable Instant first;

  /** Takes a state: what waits by it, and by the one before did not or is not known. */
  void take(CommentState state, Instant now) {
    String id = state.id().value();
    // A state that changed neither text nor verdict says again what one before it said.
    boolean fresh = state.version() == state.since();
    if (fresh && state.status() == Status.HELD && state.origin() == null) {
      add(held, id, now);
    } else if (state.status() != Status.HELD) {
      held.remove(id);
    }
    Reports reports = state.reports();
    if (state.shown() != null && reports != null && reports.open() > 0) {
      add(reported, id, now);
    } else {
      reported.remove(id);
    }
    if (state.hasOpenAppeal()) {
      add(appealed, id, now);
    } else {
      appealed.remove(id);
    }
  }

  private void add(Set<String> list, String id, Instant now) {
    if (list.add(id) && first == null) {
      first = now;
    }
  }

  /** When the first of them came; null where there is none. */
  @Nullable Instant first() {
    return size() == 0 ? null : first;
  }

  int size() {
    return held.size() + reported.size() + appealed.size();
  }

  Counts counts() {
    return new Counts(held.size(), reported.size(), appealed.size());
  }

  void clear() {
    held.clear();
    reported.clear();
    appealed.clear();
    first = null;
  }

  /**
   * How many, by list.
   *
   * @param held wait for a moderator
   * @param reported are seen by readers, some of whom reported them
   * @param appealed wait for another look at their rejection
   */
  record Counts(long held, long reported, long appealed) {}
}
