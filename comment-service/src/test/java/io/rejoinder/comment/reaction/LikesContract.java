package io.rejoinder.comment.reaction;

import static io.rejoinder.comment.States.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.rejoinder.comment.States;
import io.rejoinder.comment.thread.LikeCount;
import io.rejoinder.comment.thread.StoredComments;
import io.rejoinder.events.comment.CommentLiked;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.projection.MongoEngine;
import io.rejoinder.projection.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;

/** What the store of likes and the projection into it promise, whatever engine is behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LikesContract {

  private static final Duration BOUND = Duration.ofSeconds(30);

  private final MongoEngine engine;
  private final MongoClient client;
  private final MongoDatabase database;
  private final StoredComments stored;
  private final MongoLikes likes;
  private final LikeProjection projection;
  private final List<Received> log = new ArrayList<>();

  LikesContract(MongoEngine engine) {
    this.engine = engine;
    this.client = MongoClients.create(engine.uri());
    this.database = client.getDatabase("likes");
    this.stored = new StoredComments(database);
    this.likes = new MongoLikes(database);
    this.projection = new LikeProjection(likes, stored.comments(), stored.announcements(), BOUND);
  }

  @BeforeEach
  void emptyStore() {
    drop();
    log.clear();
  }

  @AfterAll
  void endEngine() {
    client.close();
    engine.close();
  }

  private void drop() {
    stored.drop();
    likes.createIndexes().block(BOUND);
  }

  @Test
  void eachReaderCountsOnceAndCanTakeItBack() {
    stored.project(false, States.of(1, "film").approved(1));

    project(like(1, "ada", true), like(1, "eve", true), like(1, "ada", true));
    assertThat(count(1)).isEqualTo(new LikeCount(2, 3));

    project(like(1, "ada", false));
    assertThat(count(1)).isEqualTo(new LikeCount(1, 4));
    assertThat(stored.announced()).containsExactly("1/0", "1/2", "1/1");
    assertThat(likes.of("film", "eve", 10).collectList().block(BOUND))
        .containsExactly(id(1).value());
    assertThat(likes.of("film", "ada", 10).collectList().block(BOUND)).isEmpty();
  }

  @Test
  void whatComesAgainCountsOnce() {
    stored.project(false, States.of(1, "film").approved(1));
    Received first = like(1, "ada", true);
    project(first, like(1, "ada", false), like(1, "eve", true));

    project(first);

    assertThat(count(1)).isEqualTo(new LikeCount(1, 3));
    assertThat(stored.announced().get(stored.announced().size() - 1)).isEqualTo("1/1");
  }

  @Test
  void aRevisionKeepsTheLikesAndIsAnnouncedWithThem() {
    stored.project(false, States.of(1, "film").approved(1));
    project(like(1, "ada", true));

    stored.project(false, States.of(1, "film").approved(2, 2, "two"));

    assertThat(stored.announced()).containsExactly("1/0", "1/1", "2/1");
  }

  @Test
  void theLastWordIsTheNewestOfBothWhenARevisionAndACountRace() {
    stored.project(false, States.of(1, "film").approved(1));
    stored.meanwhile(() -> stored.project(false, States.of(1, "film").approved(2, 2, "two")));
    project(like(1, "ada", true));
    assertThat(stored.announced()).containsExactly("1/0", "2/1", "1/1", "2/1");

    stored.meanwhile(() -> project(like(1, "eve", true)));
    stored.project(false, States.of(1, "film").approved(3, 3, "three"));
    assertThat(stored.announced()).endsWith("3/2");
  }

  @Test
  void whatReadersDoNotSeeIsCountedAndNotAnnounced() {
    stored.project(false, States.of(1, "film").removed(2));

    project(like(1, "ada", true));

    assertThat(count(1).likes()).isEqualTo(1);
    assertThat(stored.announced()).containsExactly("2/0");
  }

  @Test
  void aRebuildInAnyOrderGivesTheSameDocumentsAndAnnouncesNothing() {
    stored.project(false, States.of(1, "film").approved(1), States.of(2, "film").approved(1));
    project(like(1, "ada", true), like(2, "ada", true));
    project(like(1, "eve", true), like(2, "ada", false));
    stored.project(false, States.of(1, "film").approved(2, 2, "two"));
    List<Document> comments = documents("comments");
    List<Document> liked = documents("likes");
    List<Document> tallies = documents("tallies");
    drop();

    projection.project(
        log.stream().map(it -> new Received(0, it.offset(), it.event(), true)).toList());
    stored.project(
        true, States.of(2, "film").approved(1), States.of(1, "film").approved(2, 2, "two"));

    assertThat(documents("comments")).containsExactlyInAnyOrderElementsOf(comments);
    assertThat(documents("likes")).containsExactlyInAnyOrderElementsOf(liked);
    assertThat(documents("tallies")).containsExactlyInAnyOrderElementsOf(tallies);
    assertThat(stored.announced()).isEmpty();
  }

  @Test
  void theBestComeFirstAndOfEquallyManyTheNewestPageByPage() {
    for (int i = 1; i <= 7; i++) {
      stored.project(false, States.of(i, "film").approved(1));
    }
    project(like(3, "ada", true), like(3, "eve", true), like(5, "ada", true), like(1, "eve", true));

    assertThat(stored.best("film", 2))
        .containsExactly(id(3), id(5), id(1), id(7), id(6), id(4), id(2));
  }

  private Received like(int comment, String reader, boolean liked) {
    CommentLiked said =
        new CommentLiked(id(comment), new ThreadId("film"), reader, liked, States.BEGIN);
    Received received = new Received(0, log.size(), said, false);
    log.add(received);
    return received;
  }

  private void project(Received... batch) {
    projection.project(List.of(batch));
  }

  private LikeCount count(int comment) {
    return stored.comments().find(id(comment)).blockOptional(BOUND).orElseThrow().likes();
  }

  private List<Document> documents(String collection) {
    return Flux.from(database.getCollection(collection).find())
        .collectList()
        .blockOptional(BOUND)
        .orElseThrow();
  }
}
