package io.rejoinder.system.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** What must be true when all is quiet: in the topics, in the store, and for everyone who reads. */
final class Proof {

  /** How long the platform may take to catch up before a difference counts. */
  private static final long QUIET_WITHIN_MILLIS = 90_000;

  private static final long LOOK_AGAIN_MILLIS = 1_000;

  private final StateProof states;
  private final PublishedProof published;
  private final StoreProof store;
  private final ReadingProof reading;
  private final Pages pages;
  private final Desk desk;
  private final Bound bound;

  Proof(Client client, String storeUri, Bound bound) {
    this.states = new StateProof(client.topics());
    this.published = new PublishedProof(client.topics());
    this.store = new StoreProof(storeUri);
    this.pages = new Pages(client.comments(), client.insistence());
    this.desk = client.desk();
    this.reading = new ReadingProof(pages, client.comments(), desk, client.insistence());
    this.bound = bound;
  }

  /** Looks until everything is right, or until it will not become so any more. */
  Findings check(List<Life> lives, Threads threads) {
    long deadline = System.nanoTime() + QUIET_WITHIN_MILLIS * 1_000_000;
    while (true) {
      Findings findings = new Findings();
      states.check(lives, findings);
      published.check(lives, findings);
      store.check(lives, findings);
      reading.check(lives, threads, findings);
      if (findings.none() || System.nanoTime() > deadline) {
        return findings;
      }
      bound.pause(LOOK_AGAIN_MILLIS);
    }
  }

  /**
   * Everything that can be read, and how far the open topic goes.
   *
   * @param readable by what it is
   * @param ends of the open topic's partitions
   */
  record Snapshot(Map<String, String> readable, Map<TopicPartition, Long> ends) {

    /** What differs in a later one. */
    List<String> differences(Snapshot later) {
      List<String> all = new ArrayList<>();
      readable.forEach(
          (what, before) -> {
            String after = later.readable.get(what);
            if (!before.equals(after)) {
              all.add("%s is not the same: %s, before: %s".formatted(what, after, before));
            }
          });
      later.readable.keySet().stream()
          .filter(what -> !readable.containsKey(what))
          .forEach(what -> all.add(what + " was not there before"));
      if (!ends.equals(later.ends)) {
        all.add("something was announced again: %s, before: %s".formatted(later.ends, ends));
      }
      return all;
    }
  }

  Snapshot snapshot(Threads threads) {
    Map<String, String> readable = new TreeMap<>();
    store.documents().forEach((id, document) -> readable.put("document " + id, document));
    pages.read(threads.ids()).forEach((id, page) -> readable.put("thread " + id, page.toString()));
    desk.read().forEach((id, item) -> readable.put("queue item " + id, item.toString()));
    return new Snapshot(readable, published.ends());
  }
}
