package io.rejoinder.moderation.window;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What was seen lately under a key, in the time of the events themselves. A ring: each sighting
 * takes the place of the oldest one, so that nothing is ever cleared up. Those of one key are
 * chained, the newest first, and the newest is found by open addressing (linear probing, at most
 * half full).
 *
 * <p>It takes 52 bytes for each sighting, from the beginning and whatever comes. Threadsafe: an
 * operation holds the lock for at most as many steps as a key has sightings that count, some
 * microseconds.
 */
public final class Window {

  private static final int FIRST_BITS = 4;

  private final long length;
  private final int most;
  private final Ring ring;

  /** By hash of the key: one more than the slot of its newest sighting; 0 where there is none. */
  private final int[] newest;

  /**
   * A window.
   *
   * @param length how long a sighting counts
   * @param sightings how many are kept; rounded up to a power of two
   * @param most how many of one key count at most: the newest
   */
  public Window(Duration length, int sightings, int most) {
    this.length = length.toMillis();
    this.most = most;
    int capacity =
        1 << Math.max(FIRST_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(sightings - 1));
    this.ring = new Ring(capacity);
    this.newest = new int[capacity * 2];
  }

  /** Takes note of a comment; one that is noted under this key already is noted anew, in place. */
  public synchronized void put(long key, Sighting sighting) {
    int slot = slotOf(key, sighting.comment());
    if (slot >= 0) {
      ring.set(slot, sighting);
      return;
    }
    forgetEldest();
    int place = placeOf(key);
    newest[place] = ring.add(key, sighting, newest[place] - 1) + 1;
  }

  /** Notes anew a comment that is noted under this key already, and no other. */
  public synchronized void correct(long key, Sighting sighting) {
    int slot = slotOf(key, sighting.comment());
    if (slot >= 0) {
      ring.set(slot, sighting);
    }
  }

  /** Where a comment stands among those of a key that count; negative if it does not. */
  private int slotOf(long key, long comment) {
    int slot = newest[placeOf(key)] - 1;
    for (int steps = 0; slot >= 0 && steps < most; steps++) {
      if (ring.comment(slot) == comment) {
        return slot;
      }
      slot = ring.before(slot);
    }
    return -1;
  }

  /**
   * What was seen under the key in the time before, newest first, the comment itself left out.
   *
   * @param at in ms since 1970
   */
  public synchronized List<Sighting> before(long key, long comment, long at) {
    int slot = newest[placeOf(key)] - 1;
    if (slot < 0) {
      return List.of();
    }
    List<Sighting> before = new ArrayList<>();
    for (int steps = 0; slot >= 0 && steps < most; steps++) {
      Sighting one = ring.get(slot);
      if (one.comment() != comment && one.at() <= at && one.at() >= at - length) {
        before.add(one);
      }
      slot = ring.before(slot);
    }
    return before;
  }

  /** How many sightings it has room for. */
  public int capacity() {
    return ring.capacity();
  }

  /** Where the key stands in the table, or where it would. */
  private int placeOf(long key) {
    int place = home(key);
    while (newest[place] != 0 && ring.key(newest[place] - 1) != key) {
      place = next(place);
    }
    return place;
  }

  private void forgetEldest() {
    int eldest = ring.eldest();
    if (eldest >= 0) {
      int place = placeOf(ring.key(eldest));
      if (newest[place] == eldest + 1) {
        remove(place);
      }
    }
  }

  /** Closes the gap: what stands behind it and could not be found over it moves up. */
  private void remove(int place) {
    int gap = place;
    int at = next(gap);
    while (newest[at] != 0) {
      int home = home(ring.key(newest[at] - 1));
      if (distance(home, at) >= distance(gap, at)) {
        newest[gap] = newest[at];
        gap = at;
      }
      at = next(at);
    }
    newest[gap] = 0;
  }

  private int distance(int from, int to) {
    return to - from & newest.length - 1;
  }

  private int next(int place) {
    return place + 1 & newest.length - 1;
  }

  private int home(long key) {
    return (int) (mixed(key) & newest.length - 1);
  }

  /** The finaliser of MurmurHash3 (64 bits): near keys end far apart. */
  private static long mixed(long key) {
    long mixed = (key ^ key >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }

  /** A key for {@link #put} of a text: equal for equal texts, for others almost never. */
  public static long keyOf(String kind, String text) {
    long hash = kind.hashCode();
    for (int i = 0; i < text.length(); i++) {
      hash = mixed(hash * 31 + text.charAt(i));
    }
    return hash;
  }
}
