package io.rejoinder.moderation.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.moderation.queue.Announcements.Announced;
import io.rejoinder.moderation.record.Fold;
import io.rejoinder.moderation.record.Ruling;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Stored before announced: the store here is a map that the test fills when it likes. */
class QueueFeedTest {

  private static final QueueProperties BOUNDS =
      new QueueProperties(Duration.ofSeconds(2), 10, 100, 100, Duration.ofSeconds(15));

  private final Map<String, QueueItem> stored = new ConcurrentHashMap<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Announcements announcements = new Announcements(BOUNDS, meters);
  private final QueueFeed feed = new QueueFeed(new MapQueue(), announcements, meters);
  private final List<Announced> heard = new CopyOnWriteArrayList<>();
  private volatile boolean away;

  @AfterEach
  void stop() {
    feed.stop();
  }

  private static CommentState held() {
    CommentId id = new CommentId(Items.id(1));
    Submit submit =
        new Submit(
            id.value(),
            id,
            new ThreadId("heat"),
            null,
            new Author("Neil", null, null),
            "text",
            Items.AT);
    Ruling ruling = new Ruling(Status.HELD, null, "why", Map.of(), List.of());
    return Objects.requireNonNull(new Fold(candidate -> ruling).fold(null, submit).written());
  }

  private void listen() {
    announcements.listen(null).orElseThrow().subscribe(heard::add);
    feed.start();
  }

  private double awaited() {
    return meters.get("rejoinder.queue.feed.awaited").gauge().value();
  }

  @Test
  void anItemIsToldOnlyOnceTheStoreHasIt() {
    listen();
    feed.seen(held());
    await().during(Duration.ofMillis(400)).until(heard::isEmpty);
    QueueItem item = QueueItem.of(held());
    stored.put(item.id(), item);
    await()
        .untilAsserted(() -> assertThat(heard).extracting(Announced::item).containsExactly(item));
    assertThat(awaited()).isZero();
  }

  @Test
  void anOlderVersionInTheStoreIsNotWhatIsWaitedFor() {
    stored.put(Items.id(1), Items.held(1, 0));
    listen();
    feed.seen(held());
    await().during(Duration.ofMillis(400)).until(heard::isEmpty);
    assertThat(awaited()).isEqualTo(1);
  }

  @Test
  void aStoreThatIsAwayIsADelay() {
    away = true;
    listen();
    feed.seen(held());
    stored.put(Items.id(1), QueueItem.of(held()));
    await().during(Duration.ofMillis(400)).until(heard::isEmpty);
    away = false;
    await().untilAsserted(() -> assertThat(heard).hasSize(1));
  }

  private final class MapQueue implements Queue {

    @Override
    public Mono<Void> store(Collection<QueueItem> items) {
      return Mono.error(new AssertionError("the feed stores nothing"));
    }

    @Override
    public Mono<List<QueueItem>> page(PageQuery query) {
      return Mono.error(new AssertionError("the feed reads no pages"));
    }

    @Override
    public Mono<Long> count(Listing listing, String account) {
      return Mono.error(new AssertionError("the feed counts nothing"));
    }

    @Override
    public Mono<List<QueueItem>> items(Collection<String> ids) {
      return away
          ? Mono.error(new IllegalStateException("away"))
          : Mono.just(stored.values().stream().filter(item -> ids.contains(item.id())).toList());
    }
  }
}
