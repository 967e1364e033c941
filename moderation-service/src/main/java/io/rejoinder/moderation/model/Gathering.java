package io.rejoinder.moderation.model;

import java.util.Arrays;

/**
 * Gathers the features of a text, one kind after another, each feature once. Its table stays near
 * the processor from one text to the next, and is never cleared: what it holds of earlier kinds has
 * another number. For one thread.
 */
final class Gathering {

  private static final int PRIME = 0x01000193;
  private static final int OFFSET = 0x811c9dc5;
  private static final int MIX = 0x85ebca6b;

  /** A text of a thousand characters fits; larger tables are given up after the text. */
  private static final int USUAL = 1 << 12;

  /** Bits of a place in an entry of the table; the kind's number is above them. */
  private static final int PLACE_BITS = Integer.numberOfTrailingZeros(Features.DIMENSIONS);

  private static final int ROUNDS = -1 >>> PLACE_BITS;

  private int[] slots = new int[2 * USUAL];
  private int[] places = new int[USUAL];
  private int round;
  private int count;
  private int seed;
  private Kind kind = Kind.WORD;

  /** Begins with a kind. */
  void begin(Kind next) {
    kind = next;
    seed = (OFFSET ^ next.mark()) * PRIME;
    count = 0;
    if (places.length > USUAL) {
      slots = new int[2 * USUAL];
      places = new int[USUAL];
      round = 0;
    }
    if (round == ROUNDS) {
      Arrays.fill(slots, 0);
      round = 0;
    }
    round++;
  }

  /** The hash of nothing in the kind that was begun, to go on from. */
  int nothing() {
    return seed;
  }

  /** FNV-1a, by character. */
  static int with(int hash, char c) {
    return (hash ^ c) * PRIME;
  }

  /** Goes on with a word. */
  static int with(int hash, String word) {
    int with = hash;
    for (int i = 0; i < word.length(); i++) {
      with = with(with, word.charAt(i));
    }
    return with(with, ' ');
  }

  /** Goes on with a word that stands between two places. */
  static int with(int hash, char[] text, int from, int to) {
    int with = hash;
    for (int i = from; i < to; i++) {
      with = with(with, text[i]);
    }
    return with(with, ' ');
  }

  void add(int hash) {
    int mixed = (hash ^ hash >>> 15) * MIX;
    int place = (mixed ^ mixed >>> 13) & Features.DIMENSIONS - 1;
    int entry = round << PLACE_BITS | place;
    int mask = slots.length - 1;
    // Neighbours in the table are not neighbours in the vector: the low bits are mixed well.
    int slot = place & mask;
    while (slots[slot] >>> PLACE_BITS == round) {
      if (slots[slot] == entry) {
        return;
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = entry;
    places[count++] = place;
    if (count == places.length) {
      grow();
    }
  }

  private void grow() {
    places = Arrays.copyOf(places, 2 * count);
    slots = new int[4 * count];
    int mask = slots.length - 1;
    for (int i = 0; i < count; i++) {
      int slot = places[i] & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = round << PLACE_BITS | places[i];
    }
  }

  /** All parts of what stands between two places, the shortest and longest included. */
  void addParts(char[] text, int from, int to, Lengths lengths) {
    for (int start = from; start < to; start++) {
      int hash = seed;
      int end = Math.min(to, start + lengths.longest());
      int least = start + lengths.shortest() - 1;
      for (int i = start; i < end; i++) {
        hash = with(hash, text[i]);
        if (i >= least) {
          add(hash);
        }
      }
    }
  }

  /** The features of the kind that was begun. */
  Block end() {
    return new Block(kind, Arrays.copyOf(places, count));
  }

  /** Of parts, in characters, both included. */
  record Lengths(int shortest, int longest) {}
}
