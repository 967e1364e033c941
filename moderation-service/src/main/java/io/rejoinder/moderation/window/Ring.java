package io.rejoinder.moderation.window;

/** Sightings in columns, each in the place of the oldest, those of one key in a chain. */
final class Ring {

  private static final int NONE = -1;

  private final long[] keys;
  private final long[] comments;
  private final long[] marks;
  private final long[] times;
  private final int[] authors;
  private final int[] threads;
  private final int[] before;
  private int next;
  private boolean full;

  /** A ring with room for so many, a power of two. */
  Ring(int capacity) {
    keys = new long[capacity];
    comments = new long[capacity];
    marks = new long[capacity];
    times = new long[capacity];
    authors = new int[capacity];
    threads = new int[capacity];
    before = new int[capacity];
  }

  int capacity() {
    return keys.length;
  }

  /** The slot that the next one takes, if that makes another give way; -1 if it does not. */
  int eldest() {
    return full ? next : NONE;
  }

  /** Puts a sighting in front of the chain that begins at a slot, or of none. */
  int add(long key, Sighting sighting, int chain) {
    int slot = next;
    keys[slot] = key;
    before[slot] = chain;
    set(slot, sighting);
    next = slot + 1 & capacity() - 1;
    full |= next == 0;
    return slot;
  }

  void set(int slot, Sighting sighting) {
    comments[slot] = sighting.comment();
    marks[slot] = sighting.mark();
    times[slot] = sighting.at();
    authors[slot] = sighting.author();
    threads[slot] = sighting.thread();
  }

  Sighting get(int slot) {
    return new Sighting(comments[slot], authors[slot], threads[slot], marks[slot], times[slot]);
  }

  long key(int slot) {
    return keys[slot];
  }

  long comment(int slot) {
    return comments[slot];
  }

  /** The one before it in its chain; -1 once that gave way to a newer one. */
  int before(int slot) {
    int older = before[slot];
    return older >= 0 && age(older) > age(slot) ? older : NONE;
  }

  /** How many came after it. */
  private int age(int slot) {
    return next - 1 - slot & capacity() - 1;
  }
}
