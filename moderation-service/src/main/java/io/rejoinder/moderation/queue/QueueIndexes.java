package io.rejoinder.moderation.queue;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** The indexes of the queue: one serves every list, in both orders and for counting. */
final class QueueIndexes {

  static final String BY_LISTING = "listing_submittedAt_id";

  private QueueIndexes() {}

  static Mono<Void> create(MongoCollection<Document> items) {
    return Mono.from(
            items.createIndex(
                Indexes.ascending("listing", "submittedAt", "_id"),
                new IndexOptions().name(BY_LISTING)))
        .then();
  }
}
