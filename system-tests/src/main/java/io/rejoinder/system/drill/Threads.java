package io.rejoinder.system.drill;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The threads that are posted to, and what can be replied to in each. Threadsafe. */
final class Threads {

  private static final int DEEPEST = 3;

  private final List<String> ids;
  private final Map<String, List<Parent>> parents = new ConcurrentHashMap<>();

  Threads(List<String> ids) {
    this.ids = List.copyOf(ids);
  }

  /**
   * A comment that was visible at some time, so that replies to it show.
   *
   * @param id its id
   * @param depth how many comments stand above it
   */
  record Parent(String id, int depth) {}

  List<String> ids() {
    return ids;
  }

  String any(Random random) {
    return ids.get(random.nextInt(ids.size()));
  }

  Optional<Parent> anyParentIn(String thread, Random random) {
    List<Parent> all = List.copyOf(parents.getOrDefault(thread, List.of()));
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  void add(String thread, Parent parent) {
    if (parent.depth() < DEEPEST) {
      parents.computeIfAbsent(thread, key -> new CopyOnWriteArrayList<>()).add(parent);
    }
  }
}
