package io.rejoinder.projection;

import org.opentest4j.TestAbortedException;

/** The contract on a real engine; not run where there is none. */
class RealEnginePositionsIT extends PositionsContract {
  RealEnginePositionsIT() {
    super(
        MongoEngine.real()
            .orElseThrow(() -> new TestAbortedException("no mongod on the PATH and no Docker")));
  }
}
