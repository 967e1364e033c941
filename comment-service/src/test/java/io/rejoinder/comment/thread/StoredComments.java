package io.rejoinder.comment.thread;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.projection.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Flux;

/** The store of comments and its projection, for tests of other rooms. */
public final class StoredComments {

  private static final Duration BOUND = Duration.ofSeconds(30);

  private final MongoDatabase database;
  private final Comments comments;
  private final Announcements announcements;
  private final List<Comment> announced = new CopyOnWriteArrayList<>();
  private Runnable meanwhile = () -> {};

  /** In this database. */
  public StoredComments(MongoDatabase database) {
    this.database = database;
    this.comments = new MongoComments(database);
    this.announcements = new Announcements(comments, this::announce, BOUND);
  }

  private CompletableFuture<?> announce(List<Comment> due) {
    Runnable once = meanwhile;
    meanwhile = () -> {};
    once.run();
    announced.addAll(due);
    return CompletableFuture.completedFuture(null);
  }

  /** Does this once, between reading what is announced next and announcing it. */
  public void meanwhile(Runnable work) {
    meanwhile = work;
  }

  /** Empties the database. */
  public void drop() {
    StoreSetUp.prepare(database, true, BOUND);
    announced.clear();
  }

  /** The store. */
  public Comments comments() {
    return comments;
  }

  /** What tells of it. */
  public Announcements announcements() {
    return announcements;
  }

  /** What was announced, as {@code version/likes}. */
  public List<String> announced() {
    return announced.stream().map(it -> it.shownSince() + "/" + it.likes().likes()).toList();
  }

  /** Projects states. */
  public void project(boolean settled, CommentState... states) {
    List<Received> batch = new ArrayList<>();
    for (CommentState state : states) {
      batch.add(new Received(0, batch.size(), state, settled));
    }
    new CommentProjection(comments, announcements, BOUND).project(batch);
  }

  /** The roots of a thread in the order "best", read in pages of this size. */
  public List<CommentId> best(String thread, int limit) {
    List<CommentId> all = new ArrayList<>();
    Key after = null;
    while (true) {
      Flux<Comment> roots = comments.roots(thread, Comments.Sort.BEST, after, limit);
      List<Comment> page = roots.collectList().blockOptional(BOUND).orElseThrow();
      page.forEach(root -> all.add(root.id()));
      if (page.size() < limit) {
        return all;
      }
      after = Key.parse(Key.of(page.get(limit - 1)).toString()).orElseThrow();
    }
  }
}
