package io.rejoinder.moderation.queue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
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
  private static final int DUPLICATE_KEY = 11_000;

  private final MongoCollection<Document> items;

  MongoQueue(MongoDatabase database) {
    this.items =
        database.getCollection("queue").withWriteConcern(WriteConcern.W1.withJournal(true));
  }

  Mono<Void> createIndexes() {
    return QueueIndexes.create(items);
  }

  @Override
  public Mono<Void> store(Collection<QueueItem> batch) {
    if (batch.isEmpty()) {
      return Mono.empty();
    }
    List<UpdateOneModel<Document>> writes = batch.stream().map(MongoQueue::upsert).toList();
    return Mono.from(items.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
        .then()
        .onErrorResume(MongoBulkWriteException.class, MongoQueue::unlessNewerIsThere)
        .timeout(BOUND);
  }

  /** The filter finds nothing where an equal or newer version stands; the upsert collides then. */
  private static UpdateOneModel<Document> upsert(QueueItem item) {
    return new UpdateOneModel<>(
        and(eq("_id", item.id()), lt("version", item.version())),
        new Document("$set", QueueDocument.fields(item)),
        new UpdateOptions().upsert(true));
  }

  private static Mono<Void> unlessNewerIsThere(MongoBulkWriteException e) {
    boolean all =
        e.getWriteConcernError() == null
            && e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
    return all ? Mono.empty() : Mono.error(e);
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

  private static Bson filter(PageQuery query) {
    Bson listing = eq("listing", query.listing().wireName());
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
  public Mono<Long> count(Listing listing) {
    return Mono.from(items.countDocuments(eq("listing", listing.wireName()))).timeout(BOUND);
  }

  @Override
  public Mono<List<QueueItem>> items(Collection<String> ids) {
    return Flux.from(items.find(in("_id", ids)))
        .map(QueueDocument::item)
        .collectList()
        .timeout(BOUND);
  }
}
