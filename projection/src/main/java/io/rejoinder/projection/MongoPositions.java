package io.rejoinder.projection;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Positions in MongoDB: collection {@code positions}, a document for each projection, topic id and
 * partition, found by {@code _id}'s prefix fields (a handful of documents).
 */
public final class MongoPositions implements Positions {

  private final MongoCollection<Document> positions;

  /** Positions in this database; written with a journaled acknowledgement. */
  public MongoPositions(MongoDatabase database) {
    this.positions =
        database.getCollection("positions").withWriteConcern(WriteConcern.W1.withJournal(true));
  }

  @Override
  public Mono<Map<Integer, Long>> of(String projection, String topicId) {
    return Flux.from(positions.find(eq("of", projection + "/" + topicId)))
        .collectMap(
            position -> position.getInteger("partition"), position -> position.getLong("next"));
  }

  @Override
  public Mono<Void> save(String projection, String topicId, Map<Integer, Long> next) {
    if (next.isEmpty()) {
      return Mono.empty();
    }
    String of = projection + "/" + topicId;
    List<UpdateOneModel<Document>> writes =
        next.entrySet().stream()
            .map(
                entry ->
                    new UpdateOneModel<Document>(
                        eq("_id", of + "/" + entry.getKey()),
                        Updates.combine(
                            set("of", of),
                            set("partition", entry.getKey()),
                            set("next", entry.getValue())),
                        new UpdateOptions().upsert(true)))
            .toList();
    return Mono.from(positions.bulkWrite(writes)).then();
  }
}
