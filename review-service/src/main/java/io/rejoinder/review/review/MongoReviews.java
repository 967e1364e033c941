package io.rejoinder.review.review;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.review.ReviewState;
import io.rejoinder.projection.VersionedWrites;
import io.rejoinder.projection.VersionedWrites.Versioned;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reviews in MongoDB: collection {@code reviews}, indexes in {@link ReviewIndexes}. */
final class MongoReviews implements Reviews {

  static final String COLLECTION = "reviews";

  private static final Bson PUBLISHED = eq(ReviewDocument.PUBLISHED, true);

  private final MongoCollection<Document> reviews;
  private final VersionedWrites writes;

  MongoReviews(MongoDatabase database) {
    this.reviews =
        database.getCollection(COLLECTION).withWriteConcern(WriteConcern.W1.withJournal(true));
    this.writes = new VersionedWrites(reviews);
  }

  @Override
  public Mono<Void> store(Collection<ReviewState> states) {
    // The newest of each review: an unordered bulk write may apply two of one in any order.
    Map<ThreadId, ReviewState> newest = new HashMap<>();
    states.forEach(
        state -> newest.merge(state.id(), state, (a, b) -> b.version() >= a.version() ? b : a));
    return writes
        .store(
            newest.values().stream()
                .map(state -> Versioned.of(state.id().value(), ReviewDocument.of(state)))
                .toList())
        .then();
  }

  @Override
  public Mono<Review> bySlug(String slug) {
    return Mono.from(reviews.find(and(eq(ReviewDocument.SLUG, slug), PUBLISHED)).first())
        .map(ReviewDocument::review);
  }

  @Override
  public Mono<Review> byId(ThreadId id) {
    return Mono.from(reviews.find(and(eq(ReviewDocument.ID, id.value()), PUBLISHED)).first())
        .map(ReviewDocument::review);
  }

  @Override
  public Flux<ListedReview> newest(@Nullable ListPlace after, int limit) {
    return Flux.from(
            reviews
                .find(after == null ? PUBLISHED : and(PUBLISHED, behind(after)))
                .projection(exclude(ReviewDocument.HTML))
                .sort(descending(ReviewDocument.PUBLISHED_AT, ReviewDocument.ID))
                .limit(limit))
        .map(ReviewDocument::listed);
  }

  private static Bson behind(ListPlace place) {
    Date at = Date.from(place.publishedAt());
    // The first condition bounds the index scan; the second passes over equal times.
    return and(
        lte(ReviewDocument.PUBLISHED_AT, at),
        or(lt(ReviewDocument.PUBLISHED_AT, at), lt(ReviewDocument.ID, place.id().value())));
  }
}
