package io.rejoinder.moderation.quality;

import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Sample;
import io.rejoinder.events.comment.Status;
import io.rejoinder.moderation.quality.Case.Judged;
import io.rejoinder.moderation.quality.Case.Ruled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A world of comments, as many as a test likes. */
final class CasesOf {

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final long TODAY = NOW.getEpochSecond() / 86_400;
  static final double TARGET = 0.99;

  final Cases cases;
  private int comments;
  private Instant judgedAt = NOW.minus(Duration.ofDays(20));

  CasesOf() {
    this(new Cases());
  }

  CasesOf(Cases cases) {
    this.cases = cases;
  }

  /** An id whose first digits are as good as random. */
  static CommentId id(int number) {
    long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
    return new CommentId("%016x%016x".formatted(mixed ^ (mixed >>> 32), number));
  }

  /** Comments that nobody was asked about. */
  CasesOf ordinary(int number, Ruled ruled) {
    return ordinary(number, ruled, -1, 3);
  }

  CasesOf ordinary(int number, Ruled ruled, int bin, int daysAgo) {
    for (int i = 0; i < number; i++) {
      put(new Case(TODAY - daysAgo, ruled, bin, null));
    }
    return this;
  }

  /** Samples of one in a hundred that people judged, one after another. */
  CasesOf judged(int number, Ruled ruled, Status verdict) {
    return judged(number, ruled, verdict, null);
  }

  CasesOf judged(int number, Ruled ruled, Status verdict, @Nullable Double score) {
    for (int i = 0; i < number; i++) {
      judgedAt = judgedAt.plusSeconds(60);
      Sample sample = ruled.sampled() ? new Sample(0.01, 1) : null;
      List<Status> blind = ruled.sampled() ? List.of(verdict) : List.of();
      put(
          new Case(
              TODAY - 3, ruled, -1, new Judged(score, sample, blind, verdict, null, judgedAt)));
    }
    return this;
  }

  CasesOf twice(int number, Status first, Status second) {
    for (int i = 0; i < number; i++) {
      Sample sample = new Sample(0.01, 2);
      put(
          new Case(
              TODAY - 3,
              Ruled.APPROVED,
              -1,
              new Judged(null, sample, List.of(first, second), first, null, judgedAt)));
    }
    return this;
  }

  void put(Case one) {
    cases.put(id(comments++), one);
  }

  Report report() {
    return report(NOW);
  }

  Report report(Instant now) {
    return Report.of(cases, TARGET, now);
  }
}
