package io.rejoinder.comment.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The readers of one thread, and what they are sent with the next round. Guarded by the ring. */
final class Audience {

  private final Gathering gathering;

  /** Who is cut off leaves while others are still being sent to. */
  private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();

  private final List<Entry> due = new ArrayList<>();
  private long sentAt;
  private boolean putOff;

  Audience(Gathering gathering) {
    this.gathering = gathering;
    this.sentAt = gathering.now() - gathering.longest().toNanos();
  }

  void join(Viewer viewer) {
    viewers.add(viewer);
  }

  void leave(Viewer viewer) {
    viewers.remove(viewer);
  }

  boolean isEmpty() {
    return viewers.isEmpty();
  }

  Set<Viewer> viewers() {
    return viewers;
  }

  /**
   * Sends an event, at once or with those that follow.
   *
   * @param round sends what is due, called later on another thread
   * @return how many readers were cut off
   */
  int add(Entry entry, Runnable round) {
    due.add(entry);
    if (putOff) {
      return 0;
    }
    long wait = sentAt + gathering.nanosBetween(viewers.size()) - gathering.now();
    if (wait <= 0) {
      return send();
    }
    putOff = true;
    gathering.later(round, wait);
    return 0;
  }

  /** Sends what is due; returns how many readers were cut off. */
  int send() {
    putOff = false;
    sentAt = gathering.now();
    if (due.isEmpty()) {
      return 0;
    }
    int cut = 0;
    byte[] all = bytes(due);
    for (Viewer viewer : viewers) {
      cut += send(viewer, all) ? 0 : 1;
    }
    due.clear();
    return cut;
  }

  private boolean send(Viewer viewer, byte[] all) {
    if (viewer.wants(due.get(0).offset())) {
      return viewer.offer(all);
    }
    // It joined in between, and was given the first of these then.
    List<Entry> rest = due.stream().filter(entry -> viewer.wants(entry.offset())).toList();
    return rest.isEmpty() || viewer.offer(bytes(rest));
  }

  private static byte[] bytes(List<Entry> entries) {
    return Pieces.together(entries.stream().map(Entry::bytes).toList());
  }
}
