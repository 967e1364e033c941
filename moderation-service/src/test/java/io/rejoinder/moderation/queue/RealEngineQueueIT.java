package io.rejoinder.moderation.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.projection.MongoEngine;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import reactor.core.publisher.Mono;

/** The contract on a real engine; not run where there is none. */
class RealEngineQueueIT extends QueueContract {

  RealEngineQueueIT() {
    super(
        MongoEngine.real()
            .orElseThrow(() -> new TestAbortedException("no mongod on the PATH and no Docker")));
  }

  @Test
  void aPageIsReadFromTheIndexWithoutSorting() {
    Document explained =
        Mono.from(
                database
                    .getCollection("queue")
                    .find(new Document("listing", "held"))
                    .sort(new Document("submittedAt", -1).append("_id", -1))
                    .limit(10)
                    .explain())
            .blockOptional(Duration.ofSeconds(20))
            .orElseThrow();
    assertThat(explained.toJson()).contains(QueueIndexes.BY_LISTING).doesNotContain("\"SORT\"");
  }
}
