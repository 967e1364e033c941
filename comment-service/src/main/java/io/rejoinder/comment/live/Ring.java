package io.rejoinder.comment.live;

import io.rejoinder.events.comment.CommentChange;
import io.rejoinder.events.comment.CommentId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of one partition and the readers of its threads. Registering and sending take
 * the same lock, so a reader that resumes misses nothing in between; nothing waits inside it.
 */
final class Ring {

  private final int capacity;
  private final Wire wire;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Map<CommentId, CommentChange> newest = new HashMap<>();
  private final Map<String, Set<Viewer>> viewers = new HashMap<>();

  /** All events from this offset on are in the ring, or were repetitions. */
  private long floor = Long.MAX_VALUE;

  private volatile long position = -1;

  Ring(int capacity, Wire wire) {
    this.capacity = capacity;
    this.wire = wire;
  }

  /** The offset of the newest event; -1 before the first. */
  long position() {
    return position;
  }

  /**
   * Adds an event and sends it to the thread's readers. An event that is not newer than one that
   * was seen already is passed over: it was announced again.
   *
   * @return how many readers were cut off
   */
  synchronized int append(long offset, CommentChange change) {
    floor = Math.min(floor, offset);
    position = offset;
    CommentChange seen = newest.get(change.id());
    if (seen != null && !change.newerThan(seen.version(), seen.counted())) {
      return 0;
    }
    newest.put(change.id(), change);
    Entry entry = new Entry(offset, change);
    entries.addLast(entry);
    if (entries.size() > capacity) {
      evict();
    }
    return send(viewers.getOrDefault(change.thread().value(), Set.of()), entry);
  }

  private int send(Collection<Viewer> readers, Entry entry) {
    int cut = 0;
    for (Viewer reader : readers) {
      if (reader.wants(entry.offset) && !reader.offer(entry.bytes(wire))) {
        cut++;
      }
    }
    return cut;
  }

  private void evict() {
    Entry oldest = entries.removeFirst();
    floor = oldest.offset + 1;
    newest.remove(oldest.change.id(), oldest.change);
  }

  /**
   * Registers a reader.
   *
   * @return what it missed since, oldest first; null if that is not known any more
   */
  synchronized @Nullable List<byte[]> join(String thread, long after, Viewer viewer) {
    viewers.computeIfAbsent(thread, t -> ConcurrentHashMap.newKeySet()).add(viewer);
    if (after >= position) {
      return List.of();
    }
    if (after < floor - 1) {
      return null;
    }
    List<byte[]> missed = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.offset > after && entry.change.thread().value().equals(thread)) {
        missed.add(entry.bytes(wire));
      }
    }
    return missed;
  }

  synchronized void leave(String thread, Viewer viewer) {
    viewers.computeIfPresent(
        thread,
        (t, readers) -> {
          readers.remove(viewer);
          return readers.isEmpty() ? null : readers;
        });
  }

  /** Offers the same bytes to every reader: a sign of life. Returns how many were cut off. */
  synchronized int beat(byte[] sign) {
    int cut = 0;
    for (Viewer viewer : all()) {
      cut += viewer.offer(sign) ? 0 : 1;
    }
    return cut;
  }

  synchronized void complete() {
    all().forEach(Viewer::complete);
  }

  private List<Viewer> all() {
    return viewers.values().stream().flatMap(Set::stream).toList();
  }

  /** How an event looks on the wire. */
  @FunctionalInterface
  interface Wire {
    byte[] bytes(long offset, CommentChange change);
  }

  /** An event, serialised once for all readers, and only if there is one. */
  private static final class Entry {
    private final long offset;
    private final CommentChange change;
    private byte @Nullable [] bytes;

    Entry(long offset, CommentChange change) {
      this.offset = offset;
      this.change = change;
    }

    byte[] bytes(Wire wire) {
      byte[] made = bytes;
      if (made == null) {
        made = wire.bytes(offset, change);
        bytes = made;
      }
      return made;
    }
  }
}
