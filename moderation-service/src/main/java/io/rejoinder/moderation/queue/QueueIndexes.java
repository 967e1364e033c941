package io.rejoinder.moderation.queue;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import reactor.core.publisher.Mono;

/**
 * The indexes of the queue: one serves every open list, in both orders and for counting, the other
 * the sample.
 */
final class QueueIndexes {

  static final String BY_LISTING = "listing_submittedAt_id";
  static final String BY_BLIND = "blind_submittedAt_id";

  private QueueIndexes() {}

  static Mono<Void> create(MongoCollection<Document> items) {
    return index(items, "listing", BY_LISTING).then(index(items, "blind", BY_BLIND)).then();
  }

  private static Mono<String> index(MongoCollection<Document> items, String first, String name) {
    return Mono.from(
        items.createIndex(
            Indexes.ascending(first, "submittedAt", "_id"), new IndexOptions().name(name)));
  }
}
