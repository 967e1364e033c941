package io.rejoinder.comment.reaction;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.projection.VersionedWrites;
import io.rejoinder.projection.VersionedWrites.Versioned;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Likes in MongoDB; writes are acknowledged once they are in the journal. */
final class MongoLikes implements Likes {

  static final String LIKES = "likes";

  /** Serves {@link #count}. */
  static final String COMMENT_LIKED = "comment_liked";

  /** Serves {@link #of}. */
  static final String READER_THREAD = "reader_thread";

  private static final String COMMENT = "comment";
  private static final String THREAD = "thread";
  private static final String READER = "reader";
  private static final String LIKED = "liked";

  private final MongoCollection<Document> likes;
  private final VersionedWrites writes;

  MongoLikes(MongoDatabase database) {
    this.likes = database.getCollection(LIKES).withWriteConcern(WriteConcern.W1.withJournal(true));
    this.writes = new VersionedWrites(likes);
  }

  /** Every query a reader can trigger is served by an index. */
  Mono<Void> createIndexes() {
    return Mono.from(
            likes.createIndexes(
                List.of(
                    index(COMMENT_LIKED, COMMENT, LIKED),
                    index(READER_THREAD, READER, THREAD, LIKED))))
        .then();
  }

  private static IndexModel index(String name, String... fields) {
    return new IndexModel(Indexes.ascending(fields), new IndexOptions().name(name));
  }

  @Override
  public Mono<Void> store(Collection<Like> batch) {
    return writes.store(batch.stream().map(MongoLikes::versioned).toList()).then();
  }

  private static Versioned versioned(Like like) {
    return Versioned.of(
        like.key(),
        new Document(COMMENT, like.comment().value())
            .append(THREAD, like.thread().value())
            .append(READER, like.reader())
            .append(LIKED, like.liked())
            .append(VersionedWrites.VERSION, like.version()));
  }

  @Override
  public Mono<Long> count(CommentId comment) {
    return Mono.from(likes.countDocuments(and(eq(COMMENT, comment.value()), eq(LIKED, true))));
  }

  @Override
  public Flux<Liked> by(String reader) {
    return Flux.from(
            likes
                .find(and(eq(READER, reader), eq(LIKED, true)))
                .projection(Projections.include(COMMENT, THREAD)))
        .map(document -> new Liked(document.getString(COMMENT), document.getString(THREAD)));
  }

  @Override
  public Flux<String> of(String thread, String reader, int limit) {
    return Flux.from(
            likes
                .find(and(eq(READER, reader), eq(THREAD, thread), eq(LIKED, true)))
                .projection(Projections.include(COMMENT))
                .limit(limit))
        .map(document -> document.getString(COMMENT));
  }
}
