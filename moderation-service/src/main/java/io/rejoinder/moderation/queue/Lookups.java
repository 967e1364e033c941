package io.rejoinder.moderation.queue;

import io.rejoinder.moderation.index.Catalogue;
import io.rejoinder.moderation.index.Catalogue.Size;
import io.rejoinder.moderation.index.Item;
import io.rejoinder.moderation.index.Key;
import io.rejoinder.moderation.index.Listing;
import io.rejoinder.moderation.index.View;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What the edge asks the catalogue, on threads that may wait for the disk. Threadsafe. */
final class Lookups implements AutoCloseable {

  private static final int THREADS = 4;
  private static final int WAITING = 1_000;

  private final Catalogue catalogue;
  private final Surroundings surroundings;
  private final Scheduler threads = Schedulers.newBoundedElastic(THREADS, WAITING, "lookups");

  Lookups(Catalogue catalogue, Surroundings surroundings) {
    this.catalogue = catalogue;
    this.surroundings = surroundings;
  }

  /** A page, and whether there is another. */
  Mono<Found> page(QueueQuery query) {
    return asked(
        () -> {
          // One item more tells whether there is a next page.
          List<Item> found =
              catalogue.page(query.view(), query.order(), query.after(), query.limit() + 1);
          List<Item> items = found.subList(0, Math.min(query.limit(), found.size()));
          Key next =
              found.size() > query.limit()
                  ? Key.of(items.get(items.size() - 1), query.order())
                  : null;
          return new Found(
              catalogue.size(query.view()),
              surroundings.of(items),
              next == null ? null : next.text());
        });
  }

  /** Every list's size, for an account. */
  Mono<Map<String, Size>> sizes(String account) {
    return asked(
        () -> {
          Map<String, Size> sizes = new LinkedHashMap<>();
          Arrays.stream(Listing.values())
              .forEach(list -> sizes.put(list.wireName(), catalogue.size(View.of(list, account))));
          return sizes;
        });
  }

  /** These comments, as far as there are any. */
  Mono<List<Surrounded>> items(Collection<String> ids) {
    return asked(() -> surroundings.of(catalogue.items(ids)));
  }

  /** A comment alone, if there is one. */
  Mono<Optional<Item>> item(String id) {
    return asked(() -> catalogue.items(List.of(id)).stream().findFirst());
  }

  /** An item that is known already. */
  Mono<Surrounded> around(Item item) {
    return asked(() -> surroundings.of(List.of(item)).get(0));
  }

  private <T> Mono<T> asked(Supplier<T> question) {
    return Mono.fromSupplier(() -> Views.readable(question)).subscribeOn(threads);
  }

  @Override
  public void close() {
    threads.dispose();
  }

  /**
   * A page.
   *
   * @param size of the whole view
   * @param items of this page
   * @param next the key of the next page
   */
  record Found(Size size, List<Surrounded> items, @Nullable String next) {}
}
