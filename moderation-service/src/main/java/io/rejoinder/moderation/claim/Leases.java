package io.rejoinder.moderation.claim;

import io.rejoinder.events.comment.Lease;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The leases as they stand, folded in the order of their log: the first one of a comment counts
 * until it ends. The same on every instance. Threadsafe; written by one thread.
 */
final class Leases {

  /** From so many on, those that ended are forgotten: a moderator has one, and passes on. */
  private static final int MANY = 1_000;

  private final Map<String, Lease> byComment = new ConcurrentHashMap<>();

  /** Takes in a lease; whether it changed who has the comment, or until when. */
  boolean take(Lease lease) {
    String comment = lease.comment().value();
    Lease before = byComment.get(comment);
    boolean another = before != null && before.until().isAfter(lease.at()) && !ofOne(before, lease);
    if (another) {
      return false;
    }
    if (lease.until().isAfter(lease.at())) {
      byComment.put(comment, lease);
      if (byComment.size() > MANY) {
        byComment.values().removeIf(one -> !one.until().isAfter(lease.at()));
      }
      return true;
    }
    return byComment.remove(comment) != null;
  }

  private static boolean ofOne(Lease one, Lease other) {
    return Objects.equals(one.by().account(), other.by().account());
  }

  /** Who has the comment at this time. */
  Optional<Lease> of(String comment, Instant now) {
    return Optional.ofNullable(byComment.get(comment)).filter(one -> one.until().isAfter(now));
  }
}
