package io.rejoinder.projection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the topic held at assignment and is not in the store yet. Threadsafe. */
final class Backlog {

  private final Map<Integer, Long> remaining = new ConcurrentHashMap<>();
  private final Map<Integer, Long> ends = new ConcurrentHashMap<>();

  /** A partition was assigned: it is read from here, and ended there. */
  void begin(int partition, long from, long end) {
    ends.put(partition, end);
    remaining.put(partition, Math.max(0, end - from));
  }

  /** A partition is another instance's now. */
  void forget(int partition) {
    remaining.remove(partition);
  }

  boolean remains(int partition) {
    return remaining.getOrDefault(partition, 0L) > 0;
  }

  /** The partition was read up to this offset. */
  void passed(int partition, long position) {
    remaining.computeIfPresent(
        partition, (p, left) -> Math.max(0, ends.getOrDefault(p, 0L) - position));
  }

  /** Records of all partitions. */
  long total() {
    return remaining.values().stream().mapToLong(Long::longValue).sum();
  }
}
