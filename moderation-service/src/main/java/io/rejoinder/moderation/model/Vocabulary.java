package io.rejoinder.moderation.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words and how often they were read: cuts letters that were written apart into the words that they
 * most probably are. Immutable once read.
 */
final class Vocabulary {

  /** Knows no word: what was written apart stays one word. */
  static final Vocabulary EMPTY = new Vocabulary();

  private static final int LONGEST = 20;
  private static final Set<String> LETTERS = Set.of("a", "i", "u");

  /** What a letter of an unknown word costs, as a logarithm: dearer than to take a known one. */
  private static final double UNKNOWN_LETTER = 3;

  private final Map<String, Integer> counts = new HashMap<>();
  private double total;

  /** Of all words of these wordings. */
  static Vocabulary of(List<List<String>> wordings) {
    Vocabulary vocabulary = new Vocabulary();
    for (List<String> words : wordings) {
      for (String word : words) {
        if (isWord(word)) {
          vocabulary.counts.merge(word, 1, Integer::sum);
          vocabulary.total++;
        }
      }
    }
    return vocabulary;
  }

  /** Single letters are what is put together; of them only these are words. */
  private static boolean isWord(String word) {
    return word.length() > 1 || LETTERS.contains(word);
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
        double sum = cost[start] + costOf(letters.substring(start, end));
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

  private double costOf(String word) {
    Integer count = counts.get(word);
    return count == null
        ? StrictMath.log(total) + UNKNOWN_LETTER * word.length()
        : StrictMath.log(total / count);
  }
}
