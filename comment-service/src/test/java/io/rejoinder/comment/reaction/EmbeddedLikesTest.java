package io.rejoinder.comment.reaction;

import io.rejoinder.projection.MongoEngine;

/** The contract on the server in this JVM. */
class EmbeddedLikesTest extends LikesContract {
  EmbeddedLikesTest() {
    super(MongoEngine.embedded());
  }
}
