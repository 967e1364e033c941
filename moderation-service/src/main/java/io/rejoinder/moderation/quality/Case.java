package io.rejoinder.moderation.quality;

import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Decision;
import io.rejoinder.events.comment.Sample;
import io.rejoinder.events.comment.Status;
import io.rejoinder.moderation.policy.Fallback;
import io.rejoinder.moderation.record.Opinions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one comment tells of automatic decisions: the one on its newest revision. Made of the state
 * alone, so that it is the same whenever and in whatever order states are read.
 *
 * @param day of the decision, counted from 1970-01-01, UTC
 * @param ruled what was decided
 * @param bin of {@link Score#bin}; -1 without a score
 * @param judged what people said of it, or are asked; null for nearly all
 */
record Case(long day, Ruled ruled, int bin, @Nullable Judged judged) {

  private static final long SECONDS_OF_A_DAY = 86_400;

  /** The case of a comment; null where screening has decided nothing. */
  static @Nullable Case of(CommentState state) {
    Opinions opinions = Opinions.of(state);
    Decision automatic = opinions.automatic();
    if (automatic == null) {
      return null;
    }
    Double score = Score.of(automatic);
    return new Case(
        Math.floorDiv(automatic.at().getEpochSecond(), SECONDS_OF_A_DAY),
        Ruled.of(automatic),
        score == null ? -1 : Score.bin(score),
        Judged.of(opinions, automatic.sampled(), score));
  }

  /** Whether anybody has said something, so that it is kept in any case. */
  boolean isJudged() {
    return judged != null && !judged.waits();
  }

  /** What was decided without a person. */
  enum Ruled {
    APPROVED(0),
    HELD(1),
    REJECTED(2),

    /** Held while automatic rejection was paused: it would have been rejected. */
    PAUSED(2);

    /** How many things screening can find. */
    static final int FINDINGS = 3;

    private final int finding;

    Ruled(int finding) {
      this.finding = finding;
    }

    /** What screening found, paused or not: a number below {@link #FINDINGS}. */
    int finding() {
      return finding;
    }

    private static Ruled of(Decision automatic) {
      return switch (automatic.outcome()) {
        case APPROVED -> APPROVED;
        case REJECTED -> REJECTED;
        default -> automatic.versions().containsKey(Fallback.NAME) ? PAUSED : HELD;
      };
    }

    /** Whether people judge a sample of it, and not all. */
    boolean sampled() {
      return this == APPROVED || this == REJECTED;
    }
  }

  /**
   * What people said.
   *
   * @param score that it was decided by
   * @param sample that it was drawn for
   * @param blind verdicts given without knowing of others
   * @param verdict that stands; null where none does
   * @param reason of a rejection
   * @param at when that was said; the epoch where nothing was
   */
  record Judged(
      @Nullable Double score,
      @Nullable Sample sample,
      List<Status> blind,
      @Nullable Status verdict,
      @Nullable String reason,
      Instant at) {

    private static @Nullable Judged of(
        Opinions opinions, @Nullable Sample sample, @Nullable Double score) {
      Opinions.Opinion standing = opinions.standing();
      if (sample == null && standing == null) {
        return null;
      }
      return new Judged(
          score,
          sample,
          opinions.blind().stream().map(Opinions.Opinion::verdict).toList(),
          standing == null ? null : standing.verdict(),
          standing == null ? null : standing.reason(),
          standing == null ? Instant.EPOCH : standing.at());
    }

    boolean bad() {
      return verdict == Status.REJECTED;
    }

    /** Whether it is a sample that nobody has judged. */
    boolean waits() {
      return sample != null && blind.isEmpty();
    }

    /** How many decisions this one stands for among those that were sampled. */
    double weight() {
      return sample == null ? 1 : 1 / sample.share();
    }
  }

  /** Whether its verdict says something of all of its kind: a sample's does, or one of a hold. */
  boolean measures() {
    return judged != null
        && judged.verdict() != null
        && (!ruled.sampled() || judged.sample() != null);
  }
}
