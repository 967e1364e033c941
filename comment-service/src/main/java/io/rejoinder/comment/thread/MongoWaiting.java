package io.rejoinder.comment.thread;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static io.rejoinder.comment.thread.CommentDocument.ID;
import static io.rejoinder.comment.thread.CommentDocument.PARENT;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.rejoinder.comment.thread.Comments.Waiting;
import io.rejoinder.events.comment.CommentId;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The replies that wait for their parents, in the small collection {@code waiting}. */
final class MongoWaiting {

  static final String WAITING = "waiting";

  private static final String SETTLED = "settled";
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> waiting;

  MongoWaiting(MongoCollection<Document> waiting) {
    this.waiting = waiting;
  }

  Mono<Void> add(Collection<Waiting> replies) {
    List<UpdateOneModel<Document>> writes =
        replies.stream()
            .map(
                reply ->
                    new UpdateOneModel<Document>(
                        eq(ID, reply.reply().value()),
                        new Document(
                            "$set",
                            new Document(PARENT, reply.parent().value())
                                .append(SETTLED, reply.settled())),
                        UPSERT))
            .toList();
    return writes.isEmpty() ? Mono.empty() : Mono.from(waiting.bulkWrite(writes, UNORDERED)).then();
  }

  Flux<Waiting> of(Collection<CommentId> parents) {
    return parents.isEmpty()
        ? Flux.empty()
        : Flux.from(waiting.find(in(PARENT, MongoComments.values(parents))))
            .map(
                document ->
                    new Waiting(
                        new CommentId(document.getString(ID)),
                        new CommentId(document.getString(PARENT)),
                        document.getBoolean(SETTLED, false)));
  }

  Mono<Void> remove(Collection<CommentId> replies) {
    return replies.isEmpty()
        ? Mono.empty()
        : Mono.from(waiting.deleteMany(in(ID, MongoComments.values(replies)))).then();
  }
}
