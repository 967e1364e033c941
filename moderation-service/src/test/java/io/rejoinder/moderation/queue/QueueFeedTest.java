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
import io.rejoinder.moderation.index.Catalogue;
import io.rejoinder.moderation.index.Item;
import io.rejoinder.moderation.index.Items;
import io.rejoinder.moderation.index.Key;
import io.rejoinder.moderation.index.Order;
import io.rejoinder.moderation.index.Survey;
import io.rejoinder.moderation.index.View;
import io.rejoinder.moderation.queue.Announcements.Announced;
import io.rejoinder.moderation.record.Fold;
import io.rejoinder.moderation.record.Ruling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Found before announced: the catalogue here is a map that the test fills when it likes. */
class QueueFeedTest {

  private static final QueueProperties BOUNDS =
      new QueueProperties(Duration.ofSeconds(2), 10, 100, 100, Duration.ofSeconds(15));

  private final Map<String, Item> found = new ConcurrentHashMap<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Announcements announcements = new Announcements(BOUNDS, meters);
  private final Catalogue catalogue = new MapCatalogue();
  private final Reviews reviews = new Reviews(Map.of(), "http://site", meters);
  private final QueueFeed feed =
      new QueueFeed(
          catalogue,
          new Surroundings(
              catalogue,
              reviews,
              comment -> Optional.empty(),
              keys -> List.of(),
              () -> java.util.Set.of("a-1")),
          announcements,
          meters);
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
  void anItemIsToldOnlyOnceItIsFound() {
    listen();
    feed.seen(held());
    await().during(Duration.ofMillis(400)).until(heard::isEmpty);
    Item item = Item.of(held());
    found.put(item.id(), item);
    await()
        .untilAsserted(
            () ->
                assertThat(heard)
                    .extracting(told -> Objects.requireNonNull(told.item()).item())
                    .containsExactly(item));
    assertThat(awaited()).isZero();
  }

  @Test
  void anOlderVersionThatIsFoundIsNotWhatIsWaitedFor() {
    found.put(Items.id(1), Items.held(1, 0));
    listen();
    feed.seen(held());
    await().during(Duration.ofMillis(400)).until(heard::isEmpty);
    assertThat(awaited()).isEqualTo(1);
  }

  @Test
  void anIndexThatIsAwayIsADelay() {
    away = true;
    listen();
    feed.seen(held());
    found.put(Items.id(1), Item.of(held()));
    await().during(Duration.ofMillis(400)).until(heard::isEmpty);
    away = false;
    await().untilAsserted(() -> assertThat(heard).hasSize(1));
  }

  private final class MapCatalogue implements Catalogue {

    @Override
    public Survey survey(Survey.Period period) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long[] waiting() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int by(String author) {
      return 0;
    }

    @Override
    public List<Item> page(View view, Order order, @Nullable Key after, int limit) {
      throw new AssertionError("the feed reads no pages");
    }

    @Override
    public Size size(View view) {
      throw new AssertionError("the feed counts nothing");
    }

    @Override
    public List<Item> items(Collection<String> ids) {
      if (away) {
        throw new UncheckedIOException(new IOException("away"));
      }
      return found.values().stream().filter(item -> ids.contains(item.id())).toList();
    }

    @Override
    public AuthorRecord recordOf(Item.Writer writer) {
      return Around.UNKNOWN;
    }

    @Override
    public int campaign(String id) {
      return 0;
    }
  }
}
