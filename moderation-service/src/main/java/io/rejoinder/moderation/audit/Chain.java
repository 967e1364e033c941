package io.rejoinder.moderation.audit;

import io.rejoinder.events.audit.AuditEntry;
import io.rejoinder.events.comment.By;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The chain as it stands, and what is missing in it. Remembers the last decision of each comment
 * that a person ever decided on: about 100 bytes for each. Used by one thread.
 */
final class Chain {

  private final Map<CommentId, Integer> audited = new HashMap<>();
  private @Nullable AuditEntry newest;
  private @Nullable Long brokenAt;

  /** Takes in an entry as it was read, or as it was written. */
  void append(AuditEntry entry) {
    if (brokenAt == null && !entry.follows(newest)) {
      brokenAt = entry.number();
    }
    newest = entry;
    audited.merge(entry.comment(), entry.decision(), Math::max);
  }

  /**
   * The entries that a state calls for, in order: its human decisions that have none yet. A state
   * that was compacted away is made up for by a later one, which carries the last 16 decisions.
   */
  List<AuditEntry> missing(CommentState state) {
    int known = audited.getOrDefault(state.id(), 0);
    List<AuditEntry> entries = new ArrayList<>();
    AuditEntry before = newest;
    for (Decision decision : state.decisions()) {
      if (decision.by().kind() == By.Kind.MODERATOR && decision.number() > known) {
        before = AuditEntry.after(before, state.id(), decision);
        entries.add(before);
      }
    }
    return entries;
  }

  long length() {
    return newest == null ? 0 : newest.number();
  }

  /** The number of the first entry that is not what was written behind the one before it. */
  Optional<Long> brokenAt() {
    return Optional.ofNullable(brokenAt);
  }
}
