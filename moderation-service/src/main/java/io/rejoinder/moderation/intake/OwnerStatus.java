package io.rejoinder.moderation.intake;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the loop is at.
 *
 * @param phase joining, restoring, running, failing or stopped
 * @param partitions that it owns
 * @param cause of the last failure, while failing
 */
record OwnerStatus(Phase phase, Set<Integer> partitions, @Nullable String cause) {

  static final OwnerStatus STOPPED = new OwnerStatus(Phase.STOPPED, Set.of(), null);
  static final OwnerStatus JOINING = new OwnerStatus(Phase.JOINING, Set.of(), null);

  static OwnerStatus restoring(Set<Integer> partitions) {
    return new OwnerStatus(Phase.RESTORING, partitions, null);
  }

  static OwnerStatus running(Set<Integer> partitions) {
    return new OwnerStatus(Phase.RUNNING, partitions, null);
  }

  static OwnerStatus failing(Throwable cause) {
    return new OwnerStatus(Phase.FAILING, Set.of(), cause.toString());
  }

  enum Phase {
    JOINING,
    RESTORING,
    RUNNING,
    FAILING,
    STOPPED
  }
}
