package io.rejoinder.review.review;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The indexes that serve what readers ask for. */
final class ReviewIndexes {

  private ReviewIndexes() {}

  /** Creates those that are missing. */
  static Mono<Void> create(MongoDatabase database) {
    IndexModel newest =
        new IndexModel(
            compoundIndex(
                ascending(ReviewDocument.PUBLISHED),
                descending(ReviewDocument.PUBLISHED_AT, ReviewDocument.ID)),
            new IndexOptions().name("newest"));
    // Not unique: the writer keeps slugs apart, and a projection must never be refused.
    IndexModel slug =
        new IndexModel(ascending(ReviewDocument.SLUG), new IndexOptions().name("slug"));
    return Flux.from(
            database.getCollection(MongoReviews.COLLECTION).createIndexes(List.of(newest, slug)))
        .then();
  }
}
