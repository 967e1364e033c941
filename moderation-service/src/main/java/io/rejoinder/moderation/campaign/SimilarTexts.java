package io.rejoinder.moderation.campaign;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The sketches of the last texts, in a ring, and for each band of a sketch a table of where to
 * look: buckets of {@value #WAYS}, the newest first. What is looked at for one text is at most one
 * bucket for each band, however many texts there are. 136 bytes for each text, from the beginning.
 *
 * <p>Not threadsafe.
 */
final class SimilarTexts {

  /**
   * Share of common pieces from which on two texts count as one. Of the honest short texts that it
   * was measured on, 1.2 % are that much like another one, of near copies 93 % (RATIONALE.md).
   */
  static final double SIMILAR = 0.55;

  private static final int WAYS = 4;

  /** Of a table's entry: slot below, above it some bits of the band's hash. */
  private static final int SLOT_BITS = 20;

  private static final int SLOT = (1 << SLOT_BITS) - 1;

  /** Texts at most. */
  static final int MOST = 1 << (SLOT_BITS - 1);

  private final long length;
  private final int capacity;
  private final long[] sketches;
  private final long[] comments;
  private final long[] campaigns;
  private final long[] times;
  private final int[] table;
  private int next;

  /** Texts within this time; so many of them, a power of two up to {@link #MOST}. */
  SimilarTexts(Duration length, int capacity) {
    if (capacity < WAYS || capacity > MOST) {
      throw new IllegalArgumentException(
          "texts: %d (expected: %d..%d)".formatted(capacity, WAYS, MOST));
    }
    this.length = length.toMillis();
    this.capacity = capacity;
    this.sketches = new long[capacity * Sketch.LONGS];
    this.comments = new long[capacity];
    this.campaigns = new long[capacity];
    this.times = new long[capacity];
    this.table = new int[Sketch.BANDS * capacity];
  }

  /** The most similar text in the time before, that of the comment itself left out. */
  @Nullable Match find(Sketch sketch, long comment, long at) {
    int best = -1;
    int most = (int) Math.ceil(SIMILAR * Sketch.SIZE) - 1;
    for (int band = 0; band < Sketch.BANDS; band++) {
      long hash = sketch.band(band);
      int bucket = bucket(band, hash);
      for (int way = bucket; way < bucket + WAYS; way++) {
        int slot = (table[way] & SLOT) - 1;
        if (slot < 0 || slot == best || !hasTag(table[way], hash)) {
          continue;
        }
        int common = sketch.common(sketches, slot * Sketch.LONGS);
        if (common > most && counts(slot, comment, at)) {
          most = common;
          best = slot;
        }
      }
    }
    return best < 0 ? null : new Match(campaigns[best], most / (double) Sketch.SIZE);
  }

  private boolean counts(int slot, long comment, long at) {
    return comments[slot] != comment && times[slot] <= at && times[slot] >= at - length;
  }

  /** Takes a text in, unless it is here. */
  void add(Sketch sketch, long comment, long campaign, long at) {
    if (has(sketch, comment)) {
      return;
    }
    int slot = next;
    next = (next + 1) % capacity;
    sketch.putInto(sketches, slot * Sketch.LONGS);
    comments[slot] = comment;
    campaigns[slot] = campaign;
    times[slot] = at;
    for (int band = 0; band < Sketch.BANDS; band++) {
      long hash = sketch.band(band);
      int bucket = bucket(band, hash);
      System.arraycopy(table, bucket, table, bucket + 1, WAYS - 1);
      table[bucket] = tag(hash) | slot + 1;
    }
  }

  private boolean has(Sketch sketch, long comment) {
    int bucket = bucket(0, sketch.band(0));
    for (int way = bucket; way < bucket + WAYS; way++) {
      int slot = (table[way] & SLOT) - 1;
      if (slot >= 0
          && comments[slot] == comment
          && sketch.common(sketches, slot * Sketch.LONGS) == Sketch.SIZE) {
        return true;
      }
    }
    return false;
  }

  private int bucket(int band, long hash) {
    return band * capacity + ((int) hash & capacity - 1 & -WAYS);
  }

  private static int tag(long hash) {
    return (int) (hash >>> Integer.SIZE) & ~SLOT;
  }

  private static boolean hasTag(int entry, long hash) {
    return (entry & ~SLOT) == tag(hash);
  }

  /**
   * A text like it.
   *
   * @param campaign that it belongs to
   * @param similarity share of common pieces, {@link #SIMILAR} to 1
   */
  record Match(long campaign, double similarity) {}
}
