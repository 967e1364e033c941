package io.rejoinder.moderation.screening;

import io.rejoinder.events.comment.CommentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was seen lately under a key, in the time of the events themselves. Bounded in keys (the one
 * that was touched longest ago goes first) and in sightings of each (the oldest goes first); a
 * comment is seen once under a key, however often it is told. Threadsafe.
 *
 * @param <K> what comments are grouped by
 */
final class Window<K> {

  private final Duration length;
  private final int keys;
  private final int sightings;
  private final LinkedHashMap<K, Deque<Sighting>> seen = new LinkedHashMap<>(16, 0.75f, true);

  /** A window of this length over at most so many keys, and so many sightings of each. */
  Window(Duration length, int keys, int sightings) {
    this.length = length;
    this.keys = keys;
    this.sightings = sightings;
  }

  /** Takes note of a comment. */
  synchronized void add(K key, Sighting sighting) {
    Deque<Sighting> under = seen.computeIfAbsent(key, k -> new ArrayDeque<>(1));
    for (Sighting one : under) {
      if (one.comment().equals(sighting.comment())) {
        return;
      }
    }
    under.addLast(sighting);
    Instant horizon = sighting.at().minus(length);
    while (under.size() > sightings || under.getFirst().at().isBefore(horizon)) {
      under.removeFirst();
    }
    dropSurplus(horizon);
  }

  /** What was seen under the key in the time before, the comment itself left out. */
  synchronized List<Sighting> before(K key, CommentId comment, Instant at) {
    Deque<Sighting> under = seen.get(key);
    if (under == null) {
      return List.of();
    }
    Instant horizon = at.minus(length);
    List<Sighting> before = new ArrayList<>(under.size());
    for (Sighting one : under) {
      if (!one.at().isBefore(horizon) && !one.at().isAfter(at) && !one.comment().equals(comment)) {
        before.add(one);
      }
    }
    return before;
  }

  synchronized int size() {
    return seen.size();
  }

  /**
   * Looks at the two that were touched longest ago: each addition takes out more than it brings.
   */
  private void dropSurplus(Instant horizon) {
    Iterator<Map.Entry<K, Deque<Sighting>>> eldest = seen.entrySet().iterator();
    for (int i = 0; i < 2 && eldest.hasNext(); i++) {
      Deque<Sighting> under = eldest.next().getValue();
      if (seen.size() > keys || under.getLast().at().isBefore(horizon)) {
        eldest.remove();
      }
    }
  }

  /**
   * One comment, as a window remembers it.
   *
   * @param comment its id
   * @param thread its thread
   * @param author a hash of its author's strongest key
   * @param at when it was written
   */
  record Sighting(CommentId comment, String thread, int author, Instant at) {

    static Sighting of(Subject subject) {
      String author = subject.authorKeys().values().iterator().next();
      return new Sighting(
          subject.comment(), subject.thread().value(), author.hashCode(), subject.at());
    }
  }
}
