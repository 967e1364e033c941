package io.rejoinder.projection;

/** The contract on the server in this JVM. */
class EmbeddedPositionsTest extends PositionsContract {
  EmbeddedPositionsTest() {
    super(MongoEngine.embedded());
  }
}
