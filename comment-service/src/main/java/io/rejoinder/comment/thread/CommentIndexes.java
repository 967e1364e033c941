package io.rejoinder.comment.thread;

import static io.rejoinder.comment.thread.CommentDocument.CREATED;
import static io.rejoinder.comment.thread.CommentDocument.DEPTH;
import static io.rejoinder.comment.thread.CommentDocument.ID;
import static io.rejoinder.comment.thread.CommentDocument.LIKES;
import static io.rejoinder.comment.thread.CommentDocument.MAILBOX;
import static io.rejoinder.comment.thread.CommentDocument.PARENT;
import static io.rejoinder.comment.thread.CommentDocument.READER;
import static io.rejoinder.comment.thread.CommentDocument.ROOT;
import static io.rejoinder.comment.thread.CommentDocument.SEEN;
import static io.rejoinder.comment.thread.CommentDocument.THREAD;
import static io.rejoinder.comment.thread.CommentDocument.VISIBLE;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** The indexes of this room's collections. Every query a reader can trigger is served by one. */
final class CommentIndexes {

  /** Serves {@link Comments#roots}. */
  static final String THREAD_ROOTS = "thread_roots";

  /** Serves {@link Comments#roots} in the order of likes. */
  static final String THREAD_BEST = "thread_best";

  /** Serves {@link Comments#replies}. */
  static final String ROOT_REPLIES = "root_replies";

  /** Serves {@link Comments#count}. */
  static final String THREAD_VISIBLE = "thread_visible";

  /** Serves {@link Comments#newest}. */
  static final String THREAD_NEWEST = "thread_newest";

  /** Serves {@link Comments#answers}. */
  static final String PARENT_NEWEST = "parent_newest";

  /** Serves {@link Comments#ofReader}. */
  static final String READER_COMMENTS = "reader_comments";

  /** Serves {@link Comments#ofMailbox}. */
  static final String MAILBOX_COMMENTS = "mailbox_comments";

  /** Serves {@link Comments#verified}; what has no such name is not in it. */
  static final String VERIFIED_NAMES = "verified_names";

  /** Serves {@link Comments#waitingFor}. */
  static final String WAITING_PARENT = "waiting_parent";

  private CommentIndexes() {}

  static Mono<Void> create(MongoDatabase database) {
    List<IndexModel> comments =
        List.of(
            index(THREAD_ROOTS, THREAD, DEPTH, SEEN, CREATED, ID),
            index(THREAD_BEST, THREAD, DEPTH, SEEN, LIKES, CREATED, ID),
            index(ROOT_REPLIES, ROOT, SEEN, CREATED, ID),
            index(THREAD_VISIBLE, THREAD, VISIBLE, DEPTH),
            index(THREAD_NEWEST, THREAD, VISIBLE, CREATED, ID),
            index(PARENT_NEWEST, PARENT, VISIBLE, CREATED, ID),
            index(READER_COMMENTS, READER, ID),
            index(MAILBOX_COMMENTS, MAILBOX, ID),
            new IndexModel(
                Indexes.ascending(CommentDocument.NAMES),
                new IndexOptions().name(VERIFIED_NAMES).sparse(true)));
    List<IndexModel> waiting = List.of(index(WAITING_PARENT, PARENT));
    return Mono.from(database.getCollection(MongoComments.COMMENTS).createIndexes(comments))
        .then(Mono.defer(() -> uncounted(database)))
        .then(Mono.from(database.getCollection(MongoWaiting.WAITING).createIndexes(waiting)))
        .then();
  }

  /** Comments that an older version stored have no counts, and would stand in no order of likes. */
  private static Mono<?> uncounted(MongoDatabase database) {
    return Mono.from(
        database
            .getCollection(MongoComments.COMMENTS)
            .updateMany(
                Filters.exists(LIKES, false),
                new Document("$set", CommentDocument.counts(LikeCount.NONE))));
  }

  private static IndexModel index(String name, String... fields) {
    return new IndexModel(Indexes.ascending(fields), new IndexOptions().name(name));
  }
}
