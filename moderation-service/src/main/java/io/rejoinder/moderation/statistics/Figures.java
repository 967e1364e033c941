package io.rejoinder.moderation.statistics;

import io.rejoinder.moderation.index.Survey;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How moderation went in a period ({@code Statistics} in the OpenAPI document). Comments count
 * where they were written, by what they are now.
 *
 * @param period as it was asked for
 * @param from when it begins
 * @param part how long each part is, in seconds
 * @param at when this was counted
 * @param approved comments that readers may see
 * @param held comments that wait
 * @param rejected comments that were rejected
 * @param deciders how many of what is approved or rejected each kind decided: screening, moderator,
 *     import
 * @param parts the same by parts of the period
 * @param decisionTime how long comments waited for a person
 * @param backlog what waits now, whenever it was written
 * @param reasons of rejections, the most frequent first
 * @param domains that links lead to
 * @param campaigns of more than one comment
 */
record Figures(
    String period,
    Instant from,
    long part,
    Instant at,
    long approved,
    long held,
    long rejected,
    Map<String, Long> deciders,
    List<Survey.Counts> parts,
    Survey.Waited decisionTime,
    Backlog backlog,
    List<Top> reasons,
    List<Top> domains,
    List<Top> campaigns) {

  private static final int MOST = 10;

  static Figures of(Span span, Survey.Period period, Survey survey, long[] waiting, Instant now) {
    return new Figures(
        span.wireName(),
        period.from(),
        period.part().toSeconds(),
        now,
        survey.counts().stream().mapToLong(Survey.Counts::approved).sum(),
        survey.counts().stream().mapToLong(Survey.Counts::held).sum(),
        survey.counts().stream().mapToLong(Survey.Counts::rejected).sum(),
        survey.deciders(),
        survey.counts(),
        survey.waited(),
        Backlog.of(waiting, now),
        Top.of(survey.reasons()),
        Top.of(survey.domains()),
        Top.of(survey.campaigns()));
  }

  /**
   * What waits for a moderator.
   *
   * @param count comments
   * @param oldest how long the oldest has waited, in seconds; null for none
   * @param ages how many by how long they have waited, the youngest first
   */
  record Backlog(long count, @Nullable Long oldest, List<Age> ages) {

    private static final List<Duration> BOUNDS =
        List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(3));

    static Backlog of(long[] since, Instant now) {
      long[] counts = new long[BOUNDS.size() + 1];
      for (long one : since) {
        counts[place(now.toEpochMilli() - one)]++;
      }
      List<Age> ages =
          IntStream.range(0, counts.length)
              .mapToObj(
                  i -> new Age(i < BOUNDS.size() ? BOUNDS.get(i).toSeconds() : null, counts[i]))
              .toList();
      Long oldest = since.length == 0 ? null : Math.max(0, (now.toEpochMilli() - since[0]) / 1_000);
      return new Backlog(since.length, oldest, ages);
    }

    private static int place(long age) {
      int place = 0;
      while (place < BOUNDS.size() && age >= BOUNDS.get(place).toMillis()) {
        place++;
      }
      return place;
    }
  }

  /**
   * Comments of an age.
   *
   * @param below seconds; null for the oldest
   */
  record Age(@Nullable Long below, long count) {}

  /** What occurs most. */
  record Top(String name, long count) {
    static List<Top> of(Map<String, Long> all) {
      return all.entrySet().stream()
          .map(entry -> new Top(entry.getKey(), entry.getValue()))
          .sorted(Comparator.comparingLong(Top::count).reversed().thenComparing(Top::name))
          .limit(MOST)
          .toList();
    }
  }
}
