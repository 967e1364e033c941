package io.rejoinder.moderation.model;

import java.util.Arrays;
import java.util.SortedMap;

/** Features of one kind while they are gathered: what occurs, however often. */
final class Block {

  private static final int PRIME = 0x01000193;
  private static final int OFFSET = 0x811c9dc5;
  private static final int MIX = 0x85ebca6b;
  private static final int ROOM = 64;

  private final int seed;
  private int[] hashes = new int[ROOM];
  private int count;

  /** A kind of features; another kind's hash to other places. */
  Block(int kind) {
    this.seed = (OFFSET ^ kind) * PRIME;
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
    if (count == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * count);
    }
    int mixed = (hash ^ hash >>> 15) * MIX;
    hashes[count++] = (mixed ^ mixed >>> 13) & Features.DIMENSIONS - 1;
  }

  /** All parts of a word of so many characters, the shortest and longest included. */
  void addParts(String word, int shortest, int longest) {
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

  /** Adds the features, each once, with this value. */
  void addTo(SortedMap<Integer, Float> places, float value) {
    distinct();
    for (int i = 0; i < count; i++) {
      places.merge(hashes[i], value, Float::sum);
    }
  }

  /** How many different features there are. */
  int distinct() {
    Arrays.sort(hashes, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[kept++] = hashes[i];
      }
    }
    count = kept;
    return kept;
  }
}
