package io.rejoinder.moderation.campaign;

import java.util.Arrays;

/**
 * A text in 48 bytes, from which its likeness to another can be estimated: MinHash (Broder 1997,
 * "On the resemblance and containment of documents") over all pieces of {@value #PIECE} letters, by
 * {@value #FUNCTIONS} hash functions that spread the pieces over {@value #BINS} bins each (Li, Owen
 * and Zhang 2012, "One permutation hashing"). Two texts have as large a share of these bytes in
 * common as they have of their pieces, give or take 0.07.
 *
 * <p>Chosen by measurement against SimHash and against pieces of words (RATIONALE.md, "Near copies
 * by MinHash"). A function for each byte would estimate no better and take twice the time; more
 * bins would stand empty for a text of 24 letters, and two texts with the same empty bins look
 * alike.
 */
final class Sketch {

  /** Letters of a piece. */
  static final int PIECE = 6;

  /** Bytes, each the least hash of a bin. */
  static final int SIZE = 48;

  private static final int FUNCTIONS = 8;
  private static final int BINS = SIZE / FUNCTIONS;

  /** Bytes are kept eight in a long: so they are compared. */
  static final int LONGS = SIZE / Long.BYTES;

  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

  /** Bins of a band: texts are compared only where all of one band agree. */
  static final int BAND = 3;

  static final int BANDS = SIZE / BAND;

  private static final long BASE = 0x9E3779B97F4A7C15L;
  private static final long LEAVING = power(BASE, PIECE);
  private static final long[] FACTORS = new long[FUNCTIONS];
  private static final long[] SUMMANDS = new long[FUNCTIONS];

  static {
    for (int i = 0; i < FUNCTIONS; i++) {
      FACTORS[i] = mixed(2L * i + 1) | 1;
      SUMMANDS[i] = mixed(2L * i + 2);
    }
  }

  private final long[] longs = new long[LONGS];
  private final long[] bands = new long[BANDS];

  /** The sketch of a text of at least {@link #PIECE} letters. */
  Sketch(char[] letters) {
    int[] least = least(pieces(letters));
    for (int i = 0; i < SIZE; i++) {
      longs[i / Long.BYTES] =
          longs[i / Long.BYTES] << Byte.SIZE | mixed(least[i]) >>> (Long.SIZE - Byte.SIZE);
      bands[i / BAND] = mixed(bands[i / BAND] * BASE + least[i] + 1);
    }
  }

  /** A hash of each piece, from that of the one before it. */
  private static long[] pieces(char[] letters) {
    long[] pieces = new long[letters.length - PIECE + 1];
    long hash = 0;
    for (int i = 0; i < letters.length; i++) {
      hash = hash * BASE + letters[i];
      if (i >= PIECE) {
        hash -= LEAVING * letters[i - PIECE];
      }
      if (i >= PIECE - 1) {
        pieces[i - PIECE + 1] = mixed(hash);
      }
    }
    return pieces;
  }

  /** The least hash in each bin: the upper half of a hash says which bin, the lower one is it. */
  private static int[] least(long[] pieces) {
    int[] least = new int[SIZE];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (long piece : pieces) {
      for (int i = 0; i < FUNCTIONS; i++) {
        long hash = piece * FACTORS[i] + SUMMANDS[i];
        int bin = i * BINS + (int) (((hash >>> Integer.SIZE) * BINS) >>> Integer.SIZE);
        least[bin] = Math.min(least[bin], (int) hash);
      }
    }
    return least;
  }

  /** Puts it at a place among others. */
  void putInto(long[] sketches, int at) {
    System.arraycopy(longs, 0, sketches, at, LONGS);
  }

  /** How many bytes it has in common with the one at a place among others. */
  int common(long[] sketches, int at) {
    int common = 0;
    for (int i = 0; i < LONGS; i++) {
      long differing = longs[i] ^ sketches[at + i];
      // A byte that is zero leaves its high bit clear, whatever its neighbours are.
      long nonzero = (differing & LOW_BITS) + LOW_BITS | differing | LOW_BITS;
      common += Long.bitCount(~nonzero);
    }
    return common;
  }

  /** A hash of what the functions of a band found. */
  long band(int band) {
    return bands[band];
  }

  private static long power(long base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }

  /** The finaliser of SplitMix64. */
  private static long mixed(long value) {
    long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
