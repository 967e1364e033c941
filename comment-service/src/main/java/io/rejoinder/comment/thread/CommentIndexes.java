package io.rejoinder.comment.thread;

import static io.rejoinder.comment.thread.CommentDocument.CREATED;
import static io.rejoinder.comment.thread.CommentDocument.DEPTH;
import static io.rejoinder.comment.thread.CommentDocument.ID;
import static io.rejoinder.comment.thread.CommentDocument.PARENT;
import static io.rejoinder.comment.thread.CommentDocument.ROOT;
import static io.rejoinder.comment.thread.CommentDocument.SEEN;
import static io.rejoinder.comment.thread.CommentDocument.THREAD;
import static io.rejoinder.comment.thread.CommentDocument.VISIBLE;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import reactor.core.publisher.Mono;

/** The indexes of this room's collections. Every query a reader can trigger is served by one. */
final class CommentIndexes {

  /** Serves {@link Comments#roots}. */
  static final String THREAD_ROOTS = "thread_roots";

  /** Serves {@link Comments#replies}. */
  static final String ROOT_REPLIES = "root_replies";

  /** Serves {@link Comments#count}. */
  static final String THREAD_VISIBLE = "thread_visible";

  /** Serves {@link Comments#newest}. */
  static final String THREAD_NEWEST = "thread_newest";

  /** Serves {@link Comments#answers}. */
  static final String PARENT_NEWEST = "parent_newest";

  /** Serves {@link Comments#waitingFor}. */
  static final String WAITING_PARENT = "waiting_parent";

  private CommentIndexes() {}

  static Mono<Void> create(MongoDatabase database) {
    List<IndexModel> comments =
        List.of(
            index(THREAD_ROOTS, THREAD, DEPTH, SEEN, CREATED, ID),
            index(ROOT_REPLIES, ROOT, SEEN, CREATED, ID),
            index(THREAD_VISIBLE, THREAD, VISIBLE, DEPTH),
            index(THREAD_NEWEST, THREAD, VISIBLE, CREATED, ID),
            index(PARENT_NEWEST, PARENT, VISIBLE, CREATED, ID));
    List<IndexModel> waiting = List.of(index(WAITING_PARENT, PARENT));
    return Mono.from(database.getCollection(MongoComments.COMMENTS).createIndexes(comments))
        .then(Mono.from(database.getCollection(MongoWaiting.WAITING).createIndexes(waiting)))
        .then();
  }

  private static IndexModel index(String name, String... fields) {
    return new IndexModel(Indexes.ascending(fields), new IndexOptions().name(name));
  }
}
