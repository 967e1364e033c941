package io.rejoinder.comment.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.projection.MongoEngine;
import java.util.List;

/** The contract on the server in this JVM. */
class EmbeddedCommentsTest extends CommentsContract {
  EmbeddedCommentsTest() {
    super(MongoEngine.embedded());
  }

  @Override
  void assertIndexes(List<String> names) {
    assertThat(names).contains("_id_");
  }
}
