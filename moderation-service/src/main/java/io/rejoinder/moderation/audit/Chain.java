package io.rejoinder.moderation.audit;

import io.rejoinder.events.Event;
import io.rejoinder.events.audit.AuditEntry;
import io.rejoinder.events.comment.CommentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The chain as it stands, and what is missing in it. Remembers the last decision of each comment
 * that has an entry, about 100 bytes for each, and every version of settings and accounts. Used by
 * one thread.
 */
final class Chain {

  private final Map<CommentId, Integer> audited = new HashMap<>();
  private final Set<String> versions = new HashSet<>();
  private @Nullable AuditEntry newest;
  private @Nullable Long brokenAt;

  /** Takes in an entry as it was read, or as it was written. */
  void append(AuditEntry entry) {
    if (brokenAt == null && !entry.follows(newest)) {
      brokenAt = entry.number();
    }
    newest = entry;
    CommentId comment = entry.comment();
    Integer decision = entry.decision();
    if (comment != null && decision != null) {
      audited.merge(comment, decision, Math::max);
    } else {
      versions.add(Facts.version(entry));
    }
  }

  /**
   * The entries that an event calls for, in order, which are not there yet. A state of a comment
   * that was compacted away is made up for by a later one, which carries the last 16 decisions.
   */
  List<AuditEntry> missing(Event event) {
    List<AuditEntry> entries = new ArrayList<>();
    AuditEntry before = newest;
    for (AuditEntry fact : Facts.of(event)) {
      if (!isKnown(fact)) {
        before = fact.behind(before);
        entries.add(before);
      }
    }
    return entries;
  }

  private boolean isKnown(AuditEntry fact) {
    CommentId comment = fact.comment();
    Integer decision = fact.decision();
    return (comment != null && decision != null)
        ? decision <= audited.getOrDefault(comment, 0)
        : versions.contains(Facts.version(fact));
  }

  long length() {
    return newest == null ? 0 : newest.number();
  }

  /** The newest entry. */
  Optional<AuditEntry> newest() {
    return Optional.ofNullable(newest);
  }

  /** The number of the first entry that is not what was written behind the one before it. */
  Optional<Long> brokenAt() {
    return Optional.ofNullable(brokenAt);
  }
}
