package io.rejoinder.comment.reaction;

import io.rejoinder.projection.MongoEngine;
import org.opentest4j.TestAbortedException;

/** The contract on a real engine. */
class RealEngineLikesIT extends LikesContract {
  RealEngineLikesIT() {
    super(
        MongoEngine.real()
            .orElseThrow(() -> new TestAbortedException("no mongod on the PATH and no Docker")));
  }
}
