package io.rejoinder.system.drill;

import io.rejoinder.system.client.Answer;
import io.rejoinder.system.client.Console;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The moderators' desk: what the queue shows, read again when somebody looks for a comment that is
 * not on it, but not more often than a person could. Threadsafe.
 */
final class Desk {

  private static final int PAGE = 100;
  private static final long READ_EVERY_MILLIS = 250;
  private static final long SHOWN_WITHIN_SECONDS = 90;

  private final List<Console> consoles;
  private final Insistence insistence;
  private final Bound bound;
  private Map<String, JsonNode> held = Map.of();
  private long readAt = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);

  Desk(List<Console> consoles, Insistence insistence, Bound bound) {
    this.consoles = List.copyOf(consoles);
    this.insistence = insistence;
    this.bound = bound;
  }

  /** One of the consoles; another one each time. */
  Console console() {
    return consoles.get(ThreadLocalRandom.current().nextInt(consoles.size()));
  }

  /**
   * Waits until a revision is in the queue of what is held. A queue that is being filled again, as
   * after a start on the memory store, shows for a while what was held before; a decision on that
   * is refused, as it must be.
   *
   * @param version of the comment that somebody saw already, and so the oldest that counts
   * @throws Insistence.GaveUp if it does not come
   */
  JsonNode held(String id, int revision, long version) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SHOWN_WITHIN_SECONDS);
    while (System.nanoTime() < deadline) {
      JsonNode item = refreshed().get(id);
      if (item != null
          && item.path("revision").asInt() == revision
          && item.path("version").asLong() >= version) {
        return item;
      }
      bound.pause(READ_EVERY_MILLIS);
    }
    throw new Insistence.GaveUp("revision %d did not come into the queue".formatted(revision));
  }

  /** Everything that is held now, by comment id. */
  Map<String, JsonNode> read() {
    Map<String, JsonNode> all = new HashMap<>();
    @Nullable String next = null;
    do {
      @Nullable String after = next;
      Answer page =
          insistence
              .until("queue", Set.of(200), () -> console().queue("held", PAGE, after))
              .answer();
      page.body().path("items").forEach(item -> all.put(item.path("id").asString(), item));
      next = page.string("next");
    } while (next != null);
    return all;
  }

  private synchronized Map<String, JsonNode> refreshed() {
    if (System.nanoTime() - readAt > TimeUnit.MILLISECONDS.toNanos(READ_EVERY_MILLIS)) {
      held = read();
      readAt = System.nanoTime();
    }
    return held;
  }
}
