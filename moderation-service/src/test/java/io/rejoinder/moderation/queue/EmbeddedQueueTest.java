package io.rejoinder.moderation.queue;

import io.rejoinder.projection.MongoEngine;

/** The contract on the server in this JVM. */
class EmbeddedQueueTest extends QueueContract {
  EmbeddedQueueTest() {
    super(MongoEngine.embedded());
  }
}
