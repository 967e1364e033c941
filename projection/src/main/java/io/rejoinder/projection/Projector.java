package io.rejoinder.projection;

import java.util.List;

/** What a projection does with a batch. */
@FunctionalInterface
public interface Projector {

  /**
   * Stores what the batch says, then announces what is not settled; both are done on return. May
   * block, is called in the consumer's thread, and may be called again with the same batch.
   *
   * @throws RuntimeException for a passing failure: the batch comes again until it succeeds
   */
  void project(List<Received> batch);
}
