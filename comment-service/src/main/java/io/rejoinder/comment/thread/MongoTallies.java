package io.rejoinder.comment.thread;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static io.rejoinder.comment.thread.CommentDocument.ID;
import static io.rejoinder.comment.thread.CommentDocument.LIKES;
import static io.rejoinder.comment.thread.CommentDocument.TALLY;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.projection.VersionedWrites;
import io.rejoinder.projection.VersionedWrites.Versioned;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The newest counts of comments, in the collection {@code tallies} and on the comments themselves.
 *
 * <p>While a store is filled again a comment's likes may come before the comment. Each side writes
 * first and looks afterwards: counts are written here before they are written onto the comment, a
 * comment is written before its counts are looked up here. So at least one puts them together.
 */
final class MongoTallies {

  static final String TALLIES = "tallies";

  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoCollection<Document> tallies;
  private final MongoCollection<Document> comments;
  private final VersionedWrites writes;

  MongoTallies(MongoCollection<Document> tallies, MongoCollection<Document> comments) {
    this.tallies = tallies;
    this.comments = comments;
    this.writes = new VersionedWrites(tallies);
  }

  /** Keeps counts that are newer than those that are there. */
  Mono<Void> store(Map<CommentId, LikeCount> counts) {
    List<Versioned> newest =
        counts.entrySet().stream()
            .map(
                entry ->
                    Versioned.of(
                        entry.getKey().value(),
                        new Document(LIKES, entry.getValue().likes())
                            .append(VersionedWrites.VERSION, entry.getValue().tally())))
            .toList();
    return writes.store(newest).then(Mono.defer(() -> apply(counts)));
  }

  /** Writes the counts that are known onto comments, and returns them. */
  Mono<Map<CommentId, LikeCount>> known(Collection<CommentId> ids) {
    return Flux.from(tallies.find(in(ID, MongoComments.values(ids))))
        .collectMap(
            document -> new CommentId(document.getString(ID)),
            document ->
                new LikeCount(document.getLong(LIKES), document.getLong(VersionedWrites.VERSION)))
        .flatMap(counts -> apply(counts).thenReturn(counts));
  }

  private Mono<Void> apply(Map<CommentId, LikeCount> counts) {
    List<UpdateOneModel<Document>> updates =
        counts.entrySet().stream()
            .map(
                entry ->
                    new UpdateOneModel<Document>(
                        and(eq(ID, entry.getKey().value()), lt(TALLY, entry.getValue().tally())),
                        new Document("$set", CommentDocument.counts(entry.getValue()))))
            .toList();
    return updates.isEmpty()
        ? Mono.empty()
        : Mono.from(comments.bulkWrite(updates, UNORDERED)).then();
  }
}
