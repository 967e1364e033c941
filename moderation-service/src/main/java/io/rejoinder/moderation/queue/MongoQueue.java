package io.rejoinder.moderation.queue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.rejoinder.projection.VersionedWrites;
import io.rejoinder.projection.VersionedWrites.Versioned;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The queue in MongoDB: collection {@code queue}, a document for each comment. */
final class MongoQueue implements Queue {

  private static final Duration BOUND = Duration.ofSeconds(10);

  private final MongoCollection<Document> items;
  private final VersionedWrites writes;

  MongoQueue(MongoDatabase database) {
    this.items =
        database.getCollection("queue").withWriteConcern(WriteConcern.W1.withJournal(true));
    this.writes = new VersionedWrites(items);
  }

  Mono<Void> createIndexes() {
    return QueueIndexes.create(items);
  }

  @Override
  public Mono<Void> store(Collection<QueueItem> batch) {
    return writes
        .store(
            batch.stream()
                .map(item -> Versioned.of(item.id(), QueueDocument.fields(item)))
                .toList())
        .then()
        .timeout(BOUND);
  }

  @Override
  public Mono<List<QueueItem>> page(PageQuery query) {
    Bson sort =
        query.newestFirst()
            ? Sorts.descending("submittedAt", "_id")
            : Sorts.ascending("submittedAt", "_id");
    return Flux.from(items.find(filter(query)).sort(sort).limit(query.limit()))
        .map(QueueDocument::item)
        .collectList()
        .timeout(BOUND);
  }

  private static Bson listed(Listing listing, String account) {
    return listing == Listing.SAMPLED
        ? and(eq("blind", true), ne("judgedBy", account))
        : and(eq("listing", listing.wireName()), or(ne("blind", true), eq("judgedBy", account)));
  }

  private static Bson filter(PageQuery query) {
    Bson listing = listed(query.listing(), query.account());
    Key after = query.after();
    if (after == null) {
      return listing;
    }
    Date at = Date.from(after.submittedAt());
    boolean down = query.newestFirst();
    return and(
        listing,
        or(
            down ? lt("submittedAt", at) : gt("submittedAt", at),
            and(eq("submittedAt", at), down ? lt("_id", after.id()) : gt("_id", after.id()))));
  }

  @Override
  public Mono<Long> count(Listing listing, String account) {
    return Mono.from(items.countDocuments(listed(listing, account))).timeout(BOUND);
  }

  @Override
  public Mono<List<QueueItem>> items(Collection<String> ids) {
    return Flux.from(items.find(in("_id", ids)))
        .map(QueueDocument::item)
        .collectList()
        .timeout(BOUND);
  }
}
