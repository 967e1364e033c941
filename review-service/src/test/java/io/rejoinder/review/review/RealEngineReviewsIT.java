package io.rejoinder.review.review;

import io.rejoinder.projection.MongoEngine;
import org.opentest4j.TestAbortedException;

/** The contract on a real engine; not run where there is none. */
class RealEngineReviewsIT extends ReviewsContract {
  RealEngineReviewsIT() {
    super(
        MongoEngine.real()
            .orElseThrow(() -> new TestAbortedException("no mongod on the PATH and no Docker")));
  }
}
