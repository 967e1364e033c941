package io.rejoinder.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import reactor.core.publisher.Mono;

/**
 * Writes of states into a collection in which {@code _id} is the only unique key: a state replaces
 * an older version, and is refused where its own or a newer version stands.
 *
 * <p>New documents are inserted first: nearly all are new, and an insert needs no search
 * (RATIONALE.md, "Insert, then update").
 */
public final class VersionedWrites {

  /** The field of a document that holds its state's version, a long. */
  public static final String VERSION = "version";

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> collection;

  /** Writes into this collection, with its write concern. */
  public VersionedWrites(MongoCollection<Document> collection) {
    this.collection = collection;
  }

  /**
   * A state to write.
   *
   * @param id the document's {@code _id}
   * @param set the fields to set, {@link #VERSION} among them; other fields of an older document
   *     stay as they are
   * @param unset the fields to take away, with any value
   * @param fresh the fields that a new document begins with, and that are not these writes' later
   */
  public record Versioned(String id, Document set, Document unset, Document fresh) {

    /** A state that is all that its document holds. */
    public Versioned(String id, Document set, Document unset) {
      this(id, set, unset, new Document());
    }

    /** A state that takes no field away. */
    public static Versioned of(String id, Document set) {
      return new Versioned(id, set, new Document());
    }

    private WriteModel<Document> insert() {
      Document document = new Document("_id", id);
      document.putAll(set);
      document.putAll(fresh);
      return new InsertOneModel<>(document);
    }

    private WriteModel<Document> update() {
      Document update = new Document("$set", set);
      if (!fresh.isEmpty()) {
        update.append("$setOnInsert", fresh);
      }
      return new UpdateOneModel<>(
          and(eq("_id", id), lt(VERSION, set.getLong(VERSION))),
          unset.isEmpty() ? update : update.append("$unset", unset),
          UPSERT);
    }
  }

  /**
   * Writes states, at most one for each id.
   *
   * @return those that were refused, because the store has this version or a newer one; fails with
   *     the store's own exceptions
   */
  public Mono<List<Versioned>> store(List<Versioned> states) {
    return refused(states, Versioned::insert)
        .flatMap(known -> known.isEmpty() ? Mono.just(known) : refused(known, Versioned::update));
  }

  /**
   * Writes, and tells whose id was taken. An update whose version is not newer matches nothing, so
   * it tries to insert, and meets the id, too.
   */
  private Mono<List<Versioned>> refused(
      List<Versioned> states, Function<Versioned, WriteModel<Document>> write) {
    if (states.isEmpty()) {
      return Mono.just(List.of());
    }
    return Mono.from(collection.bulkWrite(states.stream().map(write).toList(), UNORDERED))
        .map(result -> List.<Versioned>of())
        .onErrorResume(
            MongoBulkWriteException.class,
            e -> onlyTaken(e) ? Mono.just(taken(e, states)) : Mono.error(e));
  }

  private static boolean onlyTaken(MongoBulkWriteException e) {
    return e.getWriteConcernError() == null
        && e.getWriteErrors().stream()
            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
  }

  private static List<Versioned> taken(MongoBulkWriteException e, List<Versioned> states) {
    return e.getWriteErrors().stream().map(BulkWriteError::getIndex).map(states::get).toList();
  }
}
