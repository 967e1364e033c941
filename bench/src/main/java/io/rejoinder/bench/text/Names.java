package io.rejoinder.bench.text;

import java.nio.ByteBuffer;

/** Authors' names, counted through so that none comes twice within a load. */
final class Names {

  /** A prime that divides none of the lists' sizes: steps of it visit every combination. */
  private static final long STEP = 10_007;

  private static final int INITIALS = 26;

  private final byte[][] first;
  private final byte[][] begins;
  private final byte[][] ends;
  private final long offset;

  /**
   * @param run where in the count this load begins
   */
  Names(Phrases phrases, long run) {
    first = phrases.bytes("first name");
    begins = phrases.bytes("surname begins");
    ends = phrases.bytes("surname ends");
    offset = Math.floorMod(run * 7_919L, combinations());
  }

  /** How many names there are. */
  long combinations() {
    return (long) first.length * begins.length * ends.length * INITIALS;
  }

  void put(long number, ByteBuffer into) {
    long plain = combinations() / INITIALS;
    long round = number / plain % INITIALS;
    long at = (number % plain * STEP + offset) % plain;
    into.put(first[(int) (at % first.length)]).put((byte) ' ');
    long rest = at / first.length;
    // The first round goes without an initial; the others have B, C and so on.
    if (round > 0) {
      into.put((byte) ('A' + round)).put((byte) '.').put((byte) ' ');
    }
    into.put(begins[(int) (rest % begins.length)]);
    into.put(ends[(int) (rest / begins.length)]);
  }
}
