package io.rejoinder.moderation.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Words, by their hashes, and how often they were read: cuts letters that were written apart into
 * the words that they most probably are. Holds no word that was read once, and nothing with a
 * digit: names and numbers of people are not to be had from it. Immutable once made.
 */
final class Vocabulary {

  /** Knows no word: what was written apart stays one word. */
  static final Vocabulary EMPTY = new Vocabulary();

  private static final int LONGEST = 20;
  private static final String LETTERS = "aiu";
  private static final int LEAST = 2;

  /** More than a language has in use, and 100 MB in memory. */
  private static final int MOST = 1_000_000;

  /** What a letter of an unknown word costs, as a logarithm: dearer than to take a known one. */
  private static final double UNKNOWN_LETTER = 3;

  private static final int PRIME = 0x01000193;
  private static final int OFFSET = 0x811c9dc5;

  private final Map<Integer, Integer> counts = new HashMap<>();
  private double total;

  /** Of the words of these wordings. */
  static Vocabulary of(List<List<String>> wordings) {
    Map<Integer, Integer> all = new HashMap<>();
    for (List<String> words : wordings) {
      for (String word : words) {
        if (isWord(word)) {
          all.merge(hash(word, 0, word.length()), 1, Integer::sum);
        }
      }
    }
    Vocabulary vocabulary = new Vocabulary();
    all.forEach(vocabulary::put);
    return vocabulary;
  }

  private void put(int hash, int count) {
    if (count >= LEAST) {
      counts.put(hash, count);
      total += count;
    }
  }

  /** Single letters are what is put together; of them only these are words. */
  private static boolean isWord(String word) {
    return word.length() > 1 ? word.chars().allMatch(Character::isLetter) : LETTERS.contains(word);
  }

  /** How many of these words are known, as a share; all of none are. */
  double share(List<String> words) {
    int known = 0;
    int all = 0;
    for (String word : words) {
      if (Character.isLetter(word.charAt(0))) {
        all++;
        known += counts.containsKey(hash(word, 0, word.length())) ? 1 : 0;
      }
    }
    return all == 0 ? 1 : (double) known / all;
  }

  /** The most probable words that have these letters. */
  List<String> cut(String letters) {
    if (counts.isEmpty()) {
      return List.of(letters);
    }
    int length = letters.length();
    double[] cost = new double[length + 1];
    int[] from = new int[length + 1];
    for (int end = 1; end <= length; end++) {
      cost[end] = Double.MAX_VALUE;
      for (int start = Math.max(0, end - LONGEST); start < end; start++) {
        double sum = cost[start] + costOf(letters, start, end);
        if (sum < cost[end]) {
          cost[end] = sum;
          from[end] = start;
        }
      }
    }
    List<String> words = new ArrayList<>();
    for (int end = length; end > 0; end = from[end]) {
      words.add(letters.substring(from[end], end));
    }
    Collections.reverse(words);
    return words;
  }

  private double costOf(String letters, int start, int end) {
    Integer count = counts.get(hash(letters, start, end));
    return count == null
        ? StrictMath.log(total) + UNKNOWN_LETTER * (end - start)
        : StrictMath.log(total / count);
  }

  /** FNV-1a, by character. */
  private static int hash(String text, int start, int end) {
    int hash = OFFSET;
    for (int i = start; i < end; i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }

  /** Writes it, in the order of hashes. */
  void write(DataOutput out) throws IOException {
    out.writeInt(counts.size());
    for (Map.Entry<Integer, Integer> word : new TreeMap<>(counts).entrySet()) {
      out.writeInt(word.getKey());
      out.writeInt(word.getValue());
    }
  }

  /** Reads what was written. */
  static Vocabulary read(DataInput in) throws IOException {
    Vocabulary vocabulary = new Vocabulary();
    int words = in.readInt();
    if (words > MOST) {
      throw new IOException("%d words (expected: at most %d)".formatted(words, MOST));
    }
    for (int left = words; left > 0; left--) {
      int hash = in.readInt();
      vocabulary.put(hash, in.readInt());
    }
    return vocabulary;
  }
}
