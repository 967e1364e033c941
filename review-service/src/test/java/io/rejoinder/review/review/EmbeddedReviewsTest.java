package io.rejoinder.review.review;

import io.rejoinder.projection.MongoEngine;

/** The contract on the server in this JVM. */
class EmbeddedReviewsTest extends ReviewsContract {
  EmbeddedReviewsTest() {
    super(MongoEngine.embedded());
  }
}
