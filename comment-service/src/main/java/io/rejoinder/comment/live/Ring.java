package io.rejoinder.comment.live;

import io.rejoinder.events.comment.CommentChange;
import io.rejoinder.events.comment.CommentId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of one partition and the readers of its threads. Registering and sending take
 * the same lock, so a reader that resumes misses nothing in between; nothing waits inside it.
 */
final class Ring {

  private final int capacity;
  private final Entry.Wire wire;
  private final Gathering gathering;
  private final IntConsumer cut;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Map<CommentId, CommentChange> newest = new HashMap<>();
  private final Map<String, Audience> audiences = new HashMap<>();

  /** All events from this offset on are in the ring, or were repetitions. */
  private long floor = Long.MAX_VALUE;

  private volatile long position = -1;

  /**
   * A ring.
   *
   * @param capacity events that are kept
   * @param cut is told how many readers were cut off
   */
  Ring(int capacity, Entry.Wire wire, Gathering gathering, IntConsumer cut) {
    this.capacity = capacity;
    this.wire = wire;
    this.gathering = gathering;
    this.cut = cut;
  }

  /** The offset of the newest event; -1 before the first. */
  long position() {
    return position;
  }

  /**
   * Adds an event and sends it to the thread's readers. An event that is not newer than one that
   * was seen already is passed over: it was announced again.
   */
  synchronized void append(long offset, CommentChange change) {
    floor = Math.min(floor, offset);
    position = offset;
    CommentChange seen = newest.get(change.id());
    if (seen != null && !change.newerThan(seen.version(), seen.counted())) {
      return;
    }
    newest.put(change.id(), change);
    Entry entry = new Entry(offset, change, wire);
    entries.addLast(entry);
    if (entries.size() > capacity) {
      evict();
    }
    String thread = change.thread().value();
    Audience audience = audiences.get(thread);
    if (audience != null) {
      cut.accept(audience.add(entry, () -> round(thread)));
    }
  }

  private synchronized void round(String thread) {
    Audience audience = audiences.get(thread);
    if (audience != null) {
      cut.accept(audience.send());
    }
  }

  private void evict() {
    Entry oldest = entries.removeFirst();
    floor = oldest.offset() + 1;
    newest.remove(oldest.change().id(), oldest.change());
  }

  /**
   * Registers a reader.
   *
   * @return what it missed since, oldest first; null if that is not known any more
   */
  synchronized @Nullable List<byte[]> join(String thread, long after, Viewer viewer) {
    audiences.computeIfAbsent(thread, t -> new Audience(gathering)).join(viewer);
    viewer.given(position);
    if (after >= position) {
      return List.of();
    }
    if (after < floor - 1) {
      return null;
    }
    List<byte[]> missed = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.offset() > after && entry.change().thread().value().equals(thread)) {
        missed.add(entry.bytes());
      }
    }
    return missed;
  }

  synchronized void leave(String thread, Viewer viewer) {
    audiences.computeIfPresent(
        thread,
        (t, audience) -> {
          audience.leave(viewer);
          return audience.isEmpty() ? null : audience;
        });
  }

  /** Offers the same bytes to every reader: a sign of life. */
  synchronized void beat(byte[] sign) {
    int slow = 0;
    for (Viewer viewer : all()) {
      slow += viewer.offer(sign) ? 0 : 1;
    }
    cut.accept(slow);
  }

  synchronized void complete() {
    all().forEach(Viewer::complete);
  }

  private List<Viewer> all() {
    return audiences.values().stream().flatMap(it -> it.viewers().stream()).toList();
  }
}
