package io.rejoinder.moderation.quality;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.rejoinder.events.comment.CommentId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The cases of the last days, by comment. Bounded: where they are too many, half of those that
 * nobody has judged are let go, by their ids, which are uniform; each that stays stands for two
 * then (Wegman's adaptive sampling; Flajolet, “On adaptive sampling”, 1990). Threadsafe.
 */
final class Cases {

  /** Days that are kept: those of the drift, a week and the four before it. */
  static final int DAYS = 35;

  /**
   * Shares of so many are exact to half a point. About 80 bytes for each, as equal cases are one: 4
   * MB.
   */
  static final int MOST = 50_000;

  private static final int HEX_DIGITS = 16;
  private static final int HEX = 16;

  private final Map<Long, Case> byComment = new HashMap<>();
  private final Map<Case, Case> shared = new HashMap<>();
  private final int most;
  private int halvings;

  Cases() {
    this(MOST);
  }

  Cases(int most) {
    this.most = most;
  }

  /** What a comment tells now; null for nothing. */
  synchronized void put(CommentId comment, @Nullable Case now) {
    long key = key(comment.value());
    if (now == null || (!now.isJudged() && !stays(key))) {
      byComment.remove(key);
      return;
    }
    byComment.put(key, now.judged() == null ? shared.computeIfAbsent(now, one -> one) : now);
    while (byComment.size() > most && halvings < Long.SIZE / 2) {
      halvings++;
      byComment.entrySet().removeIf(one -> !one.getValue().isJudged() && !stays(one.getKey()));
    }
  }

  /** Whether a comment that nobody has judged is counted; its id as the key of a record. */
  synchronized boolean counts(byte[] id) {
    return halvings == 0 || stays(key(new String(id, US_ASCII)));
  }

  private boolean stays(long key) {
    return (key & ((1L << halvings) - 1)) == 0;
  }

  private static long key(String id) {
    return Long.parseUnsignedLong(id.substring(0, HEX_DIGITS), HEX);
  }

  /** Lets go of what is older than this day. */
  synchronized void forgetBefore(long day) {
    byComment.values().removeIf(one -> one.day() < day);
    shared.keySet().removeIf(one -> one.day() < day);
  }

  /** Shows each case with how many it stands for. */
  synchronized void each(ObjDoubleConsumer<Case> taker) {
    double weight = 1L << halvings;
    byComment.values().forEach(one -> taker.accept(one, one.isJudged() ? 1 : weight));
  }
}
