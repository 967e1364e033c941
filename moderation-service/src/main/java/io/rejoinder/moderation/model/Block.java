package io.rejoinder.moderation.model;

import java.util.Arrays;

/**
 * The features of one kind in one text: each once, however often it occurs, in order of finding.
 */
final class Block {

  private static final int PRIME = 0x01000193;
  private static final int OFFSET = 0x811c9dc5;
  private static final int MIX = 0x85ebca6b;

  /** Slots for each feature that is expected: few meet there. */
  private static final int SPARSE = 2;

  private static final int LEAST = 16;

  private final Kind kind;
  private final int seed;

  /** Places that were found, each one higher than it is: 0 is a free slot. Its size is a power. */
  private int[] slots;

  private int[] places;
  private int count;

  /** For about so many features; there may be more. */
  Block(Kind kind, int expected) {
    int room = Integer.highestOneBit(Math.max(LEAST, expected)) * 2;
    this.kind = kind;
    this.slots = new int[SPARSE * room];
    this.places = new int[room];
    this.seed = (OFFSET ^ kind.mark()) * PRIME;
  }

  Kind kind() {
    return kind;
  }

  /** The hash of nothing, to go on from. */
  int begin() {
    return seed;
  }

  /** FNV-1a, by character. */
  static int with(int hash, char c) {
    return (hash ^ c) * PRIME;
  }

  static int with(int hash, String word) {
    int with = hash;
    for (int i = 0; i < word.length(); i++) {
      with = with(with, word.charAt(i));
    }
    return with(with, ' ');
  }

  void add(int hash) {
    int mixed = (hash ^ hash >>> 15) * MIX;
    int place = (mixed ^ mixed >>> 13) & Features.DIMENSIONS - 1;
    int mask = slots.length - 1;
    // Neighbours in the table are not neighbours in the vector: the low bits are mixed well.
    int slot = place & mask;
    while (slots[slot] != 0) {
      if (slots[slot] == place + 1) {
        return;
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = place + 1;
    places[count++] = place;
    if (count == places.length) {
      grow();
    }
  }

  private void grow() {
    places = Arrays.copyOf(places, 2 * count);
    slots = new int[2 * slots.length];
    int mask = slots.length - 1;
    for (int i = 0; i < count; i++) {
      int slot = places[i] & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = places[i] + 1;
    }
  }

  /** All parts of a word of so many characters, the shortest and longest included. */
  void addParts(CharSequence word, int shortest, int longest) {
    for (int start = 0; start < word.length(); start++) {
      int hash = seed;
      int end = Math.min(word.length(), start + longest);
      for (int i = start; i < end; i++) {
        hash = with(hash, word.charAt(i));
        if (i + 1 - start >= shortest) {
          add(hash);
        }
      }
    }
  }

  /** How many different features there are. */
  int size() {
    return count;
  }

  int place(int at) {
    return places[at];
  }

  /** The sum of the weights at its places, in steps. */
  int steps(Weights weights) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += weights.at(places[i]);
    }
    return sum;
  }

  /** The sum of what was taught at its places. */
  double sum(Delta taught) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += taught.weight(places[i]);
    }
    return sum;
  }
}
