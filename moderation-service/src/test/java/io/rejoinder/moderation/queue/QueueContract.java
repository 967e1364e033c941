package io.rejoinder.moderation.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.rejoinder.projection.MongoEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the queue's store must do, on every engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QueueContract {

  private static final Duration BOUND = Duration.ofSeconds(20);

  private final MongoEngine engine;
  private final MongoClient client;
  final MongoDatabase database;
  private final MongoQueue queue;

  QueueContract(MongoEngine engine) {
    this.engine = engine;
    this.client = MongoClients.create(engine.uri());
    this.database = client.getDatabase("queue_contract");
    this.queue = new MongoQueue(database);
  }

  @BeforeEach
  void empty() {
    Mono.from(database.drop()).block(BOUND);
    queue.createIndexes().block(BOUND);
  }

  @AfterAll
  void end() {
    client.close();
    engine.close();
  }

  private void store(QueueItem... items) {
    queue.store(List.of(items)).block(BOUND);
  }

  private List<QueueItem> page(boolean newestFirst, Queue.@Nullable Key after, int limit) {
    return queue
        .page(new Queue.PageQuery(Listing.HELD, "a", newestFirst, after, limit))
        .blockOptional(BOUND)
        .orElseThrow();
  }

  private List<QueueItem> items(int number) {
    return queue.items(List.of(Items.id(number))).blockOptional(BOUND).orElseThrow();
  }

  @Test
  void anItemComesBackAsItWasStored() {
    QueueItem item = Items.held(2, 3);
    store(item);
    assertThat(items(2)).containsExactly(item);
  }

  @Test
  void storingTheSameAgainChangesNothing() {
    store(Items.held(1, 3));
    store(Items.held(1, 3));
    assertThat(items(1)).containsExactly(Items.held(1, 3));
    assertThat(queue.count(Listing.HELD, "a").block(BOUND)).isEqualTo(1);
  }

  @Test
  void anOlderVersionNeverReplacesANewerOneAndHoldsUpNoOther() {
    store(Items.held(1, 3));
    store(Items.held(1, 2), Items.held(2, 1));
    assertThat(items(1).get(0).version()).isEqualTo(3);
    assertThat(items(2)).hasSize(1);
  }

  @Test
  void everyOrderOfVersionsEndsTheSame() {
    List<QueueItem> versions = new ArrayList<>();
    IntStream.rangeClosed(1, 6).forEach(version -> versions.add(Items.held(1, version)));
    for (int i = 0; i < 20; i++) {
      empty();
      Collections.shuffle(versions, new java.util.Random(i));
      versions.forEach(this::store);
      assertThat(items(1).get(0).version()).isEqualTo(6);
    }
  }

  @Test
  void pagesFollowOneAnotherWithoutHoleOrRepetitionInBothOrders() {
    IntStream.rangeClosed(1, 25).forEach(n -> store(Items.held(n, 1)));
    // Equal times are told apart by the id.
    IntStream.rangeClosed(26, 31)
        .forEach(n -> store(Items.item(n, 1, Listing.HELD, Items.AT.plusSeconds(25))));
    List<String> up = walk(false);
    List<String> down = walk(true);
    assertThat(up).hasSize(31).doesNotHaveDuplicates();
    Collections.reverse(down);
    assertThat(down).isEqualTo(up);
  }

  private List<String> walk(boolean newestFirst) {
    List<String> ids = new ArrayList<>();
    Queue.Key after = null;
    List<QueueItem> page = page(newestFirst, after, 4);
    while (!page.isEmpty()) {
      page.forEach(item -> ids.add(item.id()));
      after = Queue.Key.of(page.get(page.size() - 1));
      assertThat(Queue.Key.read(after.text())).isEqualTo(Optional.of(after));
      page = page(newestFirst, after, 4);
    }
    return ids;
  }

  @Test
  void anItemThatIsOnNoListAnyMoreIsNotCountedOrListed() {
    store(Items.held(1, 1), Items.held(2, 1));
    store(Items.item(1, 2, null, Items.AT));
    assertThat(page(false, null, 10)).extracting(QueueItem::id).containsExactly(Items.id(2));
    assertThat(queue.count(Listing.HELD, "a").block(BOUND)).isEqualTo(1);
    assertThat(items(1).get(0).text()).isEmpty();
  }

  @Test
  void aSampledItemIsListedOpenlyForThoseAloneWhoJudgedItAndInTheSampleForTheOthers() {
    store(
        Items.sampled(1, Listing.REJECTED),
        Items.sampled(2, Listing.REJECTED, "a"),
        Items.item(3, 1, Listing.REJECTED, Items.AT));
    assertThat(listed(Listing.REJECTED, "a")).containsExactly(Items.id(3), Items.id(2));
    assertThat(listed(Listing.SAMPLED, "a")).containsExactly(Items.id(1));
    assertThat(listed(Listing.REJECTED, "b")).containsExactly(Items.id(3));
    assertThat(listed(Listing.SAMPLED, "b")).containsExactly(Items.id(1), Items.id(2));
    assertThat(items(2)).containsExactly(Items.sampled(2, Listing.REJECTED, "a"));
  }

  private List<String> listed(Listing listing, String account) {
    List<String> ids =
        queue
            .page(new Queue.PageQuery(listing, account, false, null, 10))
            .blockOptional(BOUND)
            .orElseThrow()
            .stream()
            .map(QueueItem::id)
            .toList();
    assertThat(queue.count(listing, account).block(BOUND)).isEqualTo(ids.size());
    return ids;
  }

  @Test
  void theListsIndexesAreThereByTheirNames() {
    List<String> names =
        Flux.from(database.getCollection("queue").listIndexes())
            .map(index -> index.getString("name"))
            .collectList()
            .blockOptional(BOUND)
            .orElseThrow();
    assertThat(names).contains(QueueIndexes.BY_LISTING, QueueIndexes.BY_BLIND);
  }
}
