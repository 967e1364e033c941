package io.rejoinder.moderation.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The store of what moderators look at. An item is replaced only by one of a higher version.
 * Threadsafe; a failure is a passing one.
 */
interface Queue {

  /** Stores items; complete once they are durable. */
  Mono<Void> store(Collection<QueueItem> items);

  /** A page of a list. */
  Mono<List<QueueItem>> page(PageQuery query);

  /** How many items a list has for an account. */
  Mono<Long> count(Listing listing, String account);

  /** The items of these comments, as far as there are any. */
  Mono<List<QueueItem>> items(Collection<String> ids);

  /**
   * Which page.
   *
   * @param listing the list
   * @param account whose page: a sampled item is listed openly for those alone who have judged it
   * @param newestFirst the order, by the time of the newest revision
   * @param after behind which item; null for the first page
   * @param limit items at most
   */
  record PageQuery(
      Listing listing, String account, boolean newestFirst, @Nullable Key after, int limit) {}

  /**
   * The place of an item in its list.
   *
   * @param submittedAt when its newest revision was written
   * @param id the comment's id
   */
  record Key(Instant submittedAt, String id) {

    private static final Pattern SHAPE = Pattern.compile("(-?[0-9]{1,15})-([0-9a-f]{32})");

    static Key of(QueueItem item) {
      return new Key(item.submittedAt(), item.id());
    }

    /** The key that a client sent; empty if it is none. */
    static Optional<Key> read(String text) {
      Matcher parts = SHAPE.matcher(text);
      return parts.matches()
          ? Optional.of(
              new Key(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), parts.group(2)))
          : Optional.empty();
    }

    String text() {
      return submittedAt.toEpochMilli() + "-" + id;
    }
  }
}
