package io.rejoinder.comment.thread;

import static io.rejoinder.comment.States.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.rejoinder.comment.States;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Outcome;
import io.rejoinder.projection.MongoEngine;
import io.rejoinder.projection.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the store and the projection into it promise, whatever engine is behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CommentsContract {

  private static final Duration BOUND = Duration.ofSeconds(30);

  private final MongoEngine engine;
  private final MongoClient client;
  private final MongoDatabase database;
  private final Comments comments;
  private final List<Comment> announced = new CopyOnWriteArrayList<>();
  private CommentProjection projection;

  CommentsContract(MongoEngine engine) {
    this.engine = engine;
    this.client = MongoClients.create(engine.uri());
    this.database = client.getDatabase("contract");
    this.comments = new MongoComments(database);
    this.projection = newProjection();
  }

  private CommentProjection newProjection() {
    return projection(this::announce);
  }

  private CommentProjection projection(Announcements.Announcing announcing) {
    return new CommentProjection(comments, new Announcements(comments, announcing, BOUND), BOUND);
  }

  private CompletableFuture<?> announce(List<Comment> due) {
    announced.addAll(due);
    return CompletableFuture.completedFuture(null);
  }

  @BeforeEach
  void emptyStore() {
    drop();
    announced.clear();
    projection = newProjection();
  }

  @AfterAll
  void endEngine() {
    client.close();
    engine.close();
  }

  private void drop() {
    StoreSetUp.prepare(database, true, BOUND);
  }

  @Test
  void anApprovedCommentIsStoredAndAnnounced() {
    project(States.of(1, "film").approved(1));

    Comment stored = stored(1);
    assertThat(stored.place()).isEqualTo(new Place(id(1), 0));
    assertThat(announced).containsExactly(stored);
    assertThat(count("film")).isEqualTo(1);
  }

  @Test
  void whatWasStoredIsReadAsItWas() {
    Outcome outcome = new Outcome("command", "outdated", 2);
    CommentState state = States.of(7, "film").after(outcome).approved(2, 2, "*two*");

    project(state);

    assertThat(stored(7)).isEqualTo(Comment.of(state));
    assertThat(stored(7).outcomes()).containsExactly(outcome);
  }

  @Test
  void aVerifiedNameIsKnownOnItsSiteWhateverBecameOfTheComment() {
    project(States.of(1, "blog--a").verified().held(1), States.of(2, "club--a").approved(1));

    assertThat(verified("blog--b", "\u0410da")).isTrue();
    assertThat(verified("blog--b", "Eve")).isFalse();
    assertThat(verified("blog--b", "...")).isFalse();
    assertThat(verified("club--a", "Ada")).as("nobody vouched for it there").isFalse();
    assertThat(verified("film", "Ada")).isFalse();

    project(States.of(1, "blog--a").removed(2));
    assertThat(verified("blog--b", "Ada")).as("once its author is forgotten").isFalse();
  }

  private boolean verified(String thread, String name) {
    return Boolean.TRUE.equals(comments.verified(thread, name).block(BOUND));
  }

  @Test
  void aHeldCommentIsStoredForItsAuthorAlone() {
    project(States.of(1, "film").held(1));

    assertThat(stored(1).status()).isEqualTo(io.rejoinder.events.comment.Status.HELD);
    assertThat(announced).isEmpty();
    assertThat(count("film")).isZero();
    assertThat(roots("film")).isEmpty();
  }

  @Test
  void aRedeliveredStateIsStoredOnceAndAnnouncedWithTheSameVersion() {
    CommentState state = States.of(1, "film").approved(1);

    project(state);
    project(state);

    assertThat(documents("comments")).hasSize(1);
    assertThat(announced).hasSize(2).allMatch(it -> it.shownSince() == 1);
    assertThat(count("film")).isEqualTo(1);
  }

  @Test
  void anOlderStateThatComesLateChangesNothingAndAnnouncesWhatStands() {
    project(States.of(1, "film").removed(3));
    announced.clear();

    project(States.of(1, "film").approved(2));

    assertThat(stored(1).version()).isEqualTo(3);
    assertThat(announced).singleElement().matches(it -> it.shownSince() == 3);
  }

  @Test
  void ofSeveralStatesInABatchTheNewestCounts() {
    States film = States.of(1, "film");

    project(film.approved(1), film.removed(3), film.approved(2, 2, "two"));

    assertThat(announced).singleElement().matches(it -> it.version() == 3);
    assertThat(count("film")).isZero();
  }

  @Test
  void aReplyBeforeItsParentIsAnnouncedWithItAndNotBefore() {
    project(States.of(2, "film").replyTo(id(1)).approved(1));
    assertThat(announced).isEmpty();
    assertThat(count("film")).isZero();
    assertThat(documents("waiting")).hasSize(1);

    project(States.of(1, "film").approved(1));

    assertThat(ids(announced)).containsExactlyInAnyOrder(id(1), id(2));
    assertThat(stored(2).place()).isEqualTo(new Place(id(1), 1));
    assertThat(count("film")).isEqualTo(2);
    assertThat(documents("waiting")).isEmpty();
  }

  @Test
  void aWholeBranchThatWaitedIsAnnouncedWithItsRoot() {
    for (int number = 9; number > 1; number--) {
      project(States.of(number, "film").replyTo(id(number - 1)).approved(1));
    }
    assertThat(announced).isEmpty();

    project(States.of(1, "film").approved(1));

    assertThat(ids(announced)).hasSize(9);
    assertThat(stored(9).place()).isEqualTo(new Place(id(1), 8));
  }

  @Test
  void parentAndReplyInOneBatchNeedNotWait() {
    project(
        States.of(3, "film").replyTo(id(2)).approved(1),
        States.of(2, "film").replyTo(id(1)).approved(1),
        States.of(1, "film").approved(1));

    assertThat(ids(announced)).hasSize(3);
    assertThat(documents("waiting")).isEmpty();
  }

  @Test
  void aReplyToAHeldCommentWaitsUntilItIsApproved() {
    project(States.of(1, "film").held(1), States.of(2, "film").replyTo(id(1)).approved(1));
    assertThat(announced).isEmpty();

    project(States.of(1, "film").approved(2));

    assertThat(ids(announced)).containsExactlyInAnyOrder(id(1), id(2));
  }

  @Test
  void aReplyToARemovedCommentShowsUnderItsPlaceholder() {
    project(States.of(1, "film").removed(2));
    project(States.of(2, "film").replyTo(id(1)).approved(1));

    assertThat(ids(announced)).containsExactly(id(1), id(2));
    assertThat(count("film")).isEqualTo(1);
  }

  @Test
  void aReplyInAnotherThreadThanItsParentIsNeverShown() {
    project(States.of(1, "film").approved(1));
    project(States.of(2, "other").replyTo(id(1)).approved(1));
    project(States.of(1, "film").approved(2, 2, "two"));

    assertThat(ids(announced)).containsOnly(id(1));
    assertThat(count("other")).isZero();
  }

  @Test
  void aCircleOfRepliesIsNeverShownAndHoldsNothingUp() {
    project(
        States.of(1, "film").replyTo(id(2)).approved(1),
        States.of(2, "film").replyTo(id(1)).approved(1),
        States.of(3, "film").approved(1));

    assertThat(ids(announced)).containsExactly(id(3));
  }

  @Test
  void parentAndReplyHandledAtTheSameTimeNeverMissEachOther() throws Exception {
    ExecutorService owners = Executors.newFixedThreadPool(2);
    try {
      for (int round = 1; round <= 40; round++) {
        int parent = 1000 + round;
        int reply = 2000 + round;
        CyclicBarrier together = new CyclicBarrier(2);
        Future<?> one =
            owners.submit(() -> handle(together, States.of(parent, "film").approved(1)));
        Future<?> other =
            owners.submit(
                () -> handle(together, States.of(reply, "film").replyTo(id(parent)).approved(1)));
        one.get();
        other.get();
        assertThat(ids(announced)).contains(id(parent), id(reply));
        assertThat(stored(reply).place()).isEqualTo(new Place(id(parent), 1));
      }
    } finally {
      owners.shutdown();
    }
    assertThat(documents("waiting")).isEmpty();
    assertThat(count("film")).isEqualTo(80);
  }

  private Void handle(CyclicBarrier together, CommentState state) throws Exception {
    together.await();
    project(state);
    return null;
  }

  @Test
  void aCrashBetweenStoringAndAnnouncingLeavesNothingUnsaid() {
    List<Received> batch =
        received(
            false,
            States.of(2, "film").replyTo(id(1)).approved(1),
            States.of(1, "film").approved(1));
    project(States.of(3, "film").replyTo(id(2)).approved(1));
    CommentProjection crashing =
        projection(
            due -> {
              throw new IllegalStateException("killed");
            });
    assertThatThrownBy(() -> crashing.project(batch)).hasMessage("killed");
    assertThat(count("film")).isEqualTo(2);

    newProjection().project(batch);

    assertThat(count("film")).isEqualTo(3);
    assertThat(ids(announced)).containsExactlyInAnyOrder(id(1), id(2), id(3));
    assertThat(documents("waiting")).isEmpty();
  }

  @Test
  void whatTheStoreLearnsWhileAnnouncingIsAnnouncedLast() {
    CommentProjection slow =
        projection(
            due -> {
              if (announced.isEmpty()) {
                comments.store(List.of(Comment.of(States.of(1, "film").removed(2)))).block(BOUND);
              }
              return announce(due);
            });

    slow.project(received(false, States.of(1, "film").approved(1)));

    assertThat(announced).extracting(Comment::shownSince).containsExactly(1L, 2L);
  }

  @Test
  void aRebuildGivesTheSameDocumentsAndAnnouncesNothing() {
    List<CommentState> log = history();
    log.forEach(state -> project(state));
    Map<String, Document> before = byId(documents("comments"));
    long count = count("film");
    drop();
    announced.clear();
    projection = newProjection();

    // Another order of partitions than the first time, and larger batches.
    projection.project(received(true, reversedByComment(log)));

    assertThat(byId(documents("comments"))).isEqualTo(before);
    assertThat(documents("waiting")).isEmpty();
    assertThat(count("film")).isEqualTo(count).isPositive();
    assertThat(announced).isEmpty();
  }

  @Test
  void aRebuildStillAnnouncesWhatHadToWaitForAParentThatIsNew() {
    projection.project(received(true, States.of(2, "film").replyTo(id(1)).approved(1)));
    assertThat(announced).isEmpty();

    project(States.of(1, "film").approved(1));

    assertThat(ids(announced)).containsExactlyInAnyOrder(id(1), id(2));
  }

  @Test
  void aRebuildThatMeetsTheNewParentFirstAnnouncesTheReplyToo() {
    project(States.of(1, "film").approved(1));

    projection.project(received(true, States.of(2, "film").replyTo(id(1)).approved(1)));

    assertThat(ids(announced)).containsExactly(id(1), id(2));
  }

  @Test
  void rootsComeInOrderPageByPage() {
    project(
        IntStream.rangeClosed(1, 25)
            .mapToObj(number -> States.of(number, "film").approved(1))
            .toArray(CommentState[]::new));
    project(States.of(26, "other").approved(1));

    List<CommentId> oldest = new ArrayList<>();
    List<CommentId> newest = new ArrayList<>();
    walk(Comments.Sort.OLDEST, oldest);
    walk(Comments.Sort.NEWEST, newest);

    assertThat(oldest).hasSize(25).isSortedAccordingTo((a, b) -> a.value().compareTo(b.value()));
    assertThat(newest).hasSize(25).isSortedAccordingTo((a, b) -> b.value().compareTo(a.value()));
  }

  private void walk(Comments.Sort sort, List<CommentId> into) {
    Key after = null;
    while (true) {
      List<Comment> page = list(comments.roots("film", sort, after, 7));
      into.addAll(ids(page));
      if (page.size() < 7) {
        return;
      }
      after = Key.of(page.get(6));
    }
  }

  @Test
  void repliesComeOldestFirstAndBounded() {
    project(States.of(1, "film").approved(1));
    project(
        IntStream.rangeClosed(2, 9)
            .mapToObj(number -> States.of(number, "film").replyTo(id(number - 1)).approved(1))
            .toArray(CommentState[]::new));

    assertThat(ids(list(comments.replies(Set.of(id(1)), 5))))
        .containsExactly(id(2), id(3), id(4), id(5), id(6));
  }

  @Test
  void manyThreadsAreCountedAtOnce() {
    project(
        States.of(1, "film").approved(1),
        States.of(2, "film").replyTo(id(1)).approved(1),
        States.of(3, "film").removed(2),
        States.of(4, "other").approved(1),
        States.of(5, "other").replyTo(id(9)).approved(1),
        States.of(6, "third").approved(1));

    assertThat(comments.counts(List.of("film", "other", "none")).block(BOUND))
        .isEqualTo(Map.of("film", 2L, "other", 1L));
  }

  @Test
  void aReadersCommentsComePieceByPieceWhereverTheyStand() {
    project(
        States.of(1, "film").by("ada").approved(1),
        States.of(2, "other").by("ada").held(1),
        States.of(3, "film").by("eve").approved(1),
        States.of(4, "film").by("ada").rejected(1));

    assertThat(ids(list(comments.ofReader("ada", null, 2)))).containsExactly(id(1), id(2));
    assertThat(ids(list(comments.ofReader("ada", id(2), 2)))).containsExactly(id(4));
    assertThat(list(comments.ofReader("nobody", null, 2))).isEmpty();
  }

  @Test
  void theCommentsOfAnAddressAreFoundInAnyStandingUntilTheyAreErased() {
    project(
        States.of(1, "film").from("terry@mail.example").approved(1),
        States.of(2, "other").from("Terry@mail.example").held(1),
        States.of(3, "film").from("eve@mail.example").approved(1),
        States.of(4, "film").by("ada").approved(1));
    String terry = States.sealed("terry@mail.example").hash();

    assertThat(ids(list(comments.ofMailbox(terry, null, 2)))).containsExactly(id(1), id(2));
    assertThat(ids(list(comments.ofMailbox(terry, id(1), 2)))).containsExactly(id(2));

    project(States.of(1, "film").erased(2));
    assertThat(ids(list(comments.ofMailbox(terry, null, 2)))).containsExactly(id(2));
  }

  @Test
  void aCommentIsAnsweredWhileReadersSeeAReply() {
    project(
        States.of(1, "film").approved(1),
        States.of(2, "film").replyTo(id(1)).approved(1),
        States.of(3, "film").replyTo(id(2)).held(1));
    assertThat(comments.answered(id(1), id(1)).block(BOUND)).isTrue();
    assertThat(comments.answered(id(2), id(1)).block(BOUND)).isFalse();

    project(States.of(2, "film").replyTo(id(1)).removed(2));
    assertThat(comments.answered(id(1), id(1)).block(BOUND)).isFalse();
  }

  @Test
  void theNewestOfAThreadAndOfAnswersComeFirstAndOnlyWhatReadersSee() {
    project(
        States.of(1, "film").approved(1),
        States.of(2, "film").replyTo(id(1)).approved(1),
        States.of(3, "film").replyTo(id(2)).approved(1),
        States.of(4, "film").held(1),
        States.of(5, "film").replyTo(id(1)).removed(1),
        States.of(6, "film").replyTo(id(1)).approved(1),
        States.of(7, "film").replyTo(id(99)).approved(1),
        States.of(8, "other").approved(1));

    assertThat(ids(list(comments.newest("film", 9)))).containsExactly(id(6), id(3), id(2), id(1));
    assertThat(ids(list(comments.newest("film", 2)))).containsExactly(id(6), id(3));
    assertThat(ids(list(comments.answers(id(1), 9)))).containsExactly(id(6), id(2));
  }

  @Test
  void aPageBeginsWithTheRootThatItIsAskedToBeginWith() {
    project(
        IntStream.rangeClosed(1, 5)
            .mapToObj(number -> States.of(number, "film").approved(1))
            .toArray(CommentState[]::new));
    Comment third = list(comments.find(Set.of(id(3)))).get(0);

    for (Comments.Sort sort : Comments.Sort.values()) {
      assertThat(ids(list(comments.roots("film", sort, Key.before(third, sort), 1))))
          .containsExactly(id(3));
    }
  }

  @Test
  void everyIndexHasItsName() {
    List<String> names =
        list(Flux.from(database.getCollection("comments").listIndexes())).stream()
            .map(index -> index.getString("name"))
            .toList();

    assertIndexes(names);
  }

  /** The server in the JVM takes the declarations and keeps unique indexes only. */
  abstract void assertIndexes(List<String> names);

  MongoDatabase database() {
    return database;
  }

  void project(CommentState... states) {
    projection.project(received(false, states));
  }

  private static List<Received> received(boolean settled, CommentState... states) {
    List<Received> batch = new ArrayList<>();
    for (CommentState state : states) {
      batch.add(new Received(0, batch.size(), state, settled));
    }
    return batch;
  }

  private static List<CommentState> history() {
    return List.of(
        States.of(4, "film").replyTo(id(3)).approved(1),
        States.of(1, "film").held(1),
        States.of(2, "film").replyTo(id(1)).approved(1),
        States.of(1, "film").approved(2),
        States.of(3, "film").approved(1),
        States.of(5, "film").replyTo(id(4)).approved(1),
        States.of(3, "film").removed(2),
        States.of(5, "film").replyTo(id(4)).approved(2, 2, "two"),
        States.of(6, "film").rejected(1),
        States.of(7, "film").approved(1),
        States.of(7, "film").withdrawn(2));
  }

  /** The states of one comment keep their order: they lie on one partition. */
  private static CommentState[] reversedByComment(List<CommentState> log) {
    Map<CommentId, List<CommentState>> byComment =
        log.stream().collect(Collectors.groupingBy(CommentState::id));
    List<CommentId> order = new ArrayList<>(byComment.keySet());
    order.sort((a, b) -> b.value().compareTo(a.value()));
    return order.stream()
        .flatMap(id -> byComment.getOrDefault(id, List.of()).stream())
        .toArray(CommentState[]::new);
  }

  private Comment stored(int number) {
    Comment comment = comments.find(id(number)).block(BOUND);
    assertThat(comment).as("comment " + number).isNotNull();
    return comment;
  }

  private List<Comment> roots(String thread) {
    return list(comments.roots(thread, Comments.Sort.OLDEST, null, 100));
  }

  private long count(String thread) {
    Long count = comments.count(thread).block(BOUND);
    return count == null ? -1 : count;
  }

  private List<Document> documents(String collection) {
    return list(Flux.from(database.getCollection(collection).find()));
  }

  private static <T> List<T> list(Flux<T> all) {
    Mono<List<T>> list = all.collectList();
    List<T> read = list.block(BOUND);
    return read == null ? List.of() : read;
  }

  private static Map<String, Document> byId(List<Document> documents) {
    return documents.stream()
        .collect(Collectors.toMap(it -> it.getString("_id"), document -> document));
  }

  private static List<CommentId> ids(List<Comment> comments) {
    return comments.stream().map(Comment::id).toList();
  }

  static List<String> declared() {
    return Arrays.asList(
        CommentIndexes.THREAD_ROOTS,
        CommentIndexes.THREAD_BEST,
        CommentIndexes.ROOT_REPLIES,
        CommentIndexes.THREAD_VISIBLE);
  }
}
