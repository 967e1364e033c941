package io.rejoinder.comment.thread;

import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Makes a database ready before anything is read from it or written to it. */
final class StoreSetUp {

  private static final Logger LOG = LoggerFactory.getLogger(StoreSetUp.class);

  private static final Duration AGAIN = Duration.ofSeconds(5);

  private StoreSetUp() {}

  /**
   * Creates the indexes. For a rebuild everything is dropped first, the positions, too: reading
   * begins with the oldest state, and nothing is announced that was announced before.
   */
  static void prepare(MongoDatabase database, boolean rebuild, Duration bound) {
    if (rebuild) {
      LOG.info("{} is dropped, to be filled again from the log", database.getName());
      Mono.from(database.drop()).block(bound);
    }
    try {
      CommentIndexes.create(database).block(bound);
    } catch (MongoException | IllegalStateException e) {
      // Posting needs no store: the service starts, and goes on trying beside.
      LOG.warn("indexes of {} were not made yet: {}", database.getName(), e.toString());
      CommentIndexes.create(database)
          .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, AGAIN))
          .subscribe(made -> {}, error -> LOG.error("indexes were not made", error));
    }
  }
}
