package io.rejoinder.moderation.index;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the comments of a period, counted in one pass over all of them.
 *
 * @param counts of each part of the period, by the status that comments of it have now
 * @param deciders who decided what is approved or rejected: screening, moderator, import
 * @param waited how long comments waited for the first person who decided on them; of the newest
 *     revisions that had to wait
 * @param reasons of rejections
 * @param domains that links lead to
 * @param campaigns of more than one
 */
public record Survey(
    List<Counts> counts,
    Map<String, Long> deciders,
    Waited waited,
    Map<String, Long> reasons,
    Map<String, Long> domains,
    Map<String, Long> campaigns) {

  /**
   * What is asked.
   *
   * @param from when the period begins
   * @param part how long each part of it is
   * @param parts how many
   */
  public record Period(Instant from, Duration part, int parts) {

    /** Checks that there is something to count. */
    public Period {
      if (parts < 1 || part.isNegative() || part.isZero()) {
        throw new IllegalArgumentException("period: %d parts of %s".formatted(parts, part));
      }
    }

    /** When it ends: the first moment that does not belong to it. */
    public Instant to() {
      return from.plus(part.multipliedBy(parts));
    }
  }

  /**
   * Comments that were written in a part of the period.
   *
   * @param from when the part begins
   * @param approved how many readers may see
   * @param held how many wait
   * @param rejected how many were rejected
   */
  public record Counts(Instant from, long approved, long held, long rejected) {}

  /**
   * How long comments waited.
   *
   * @param n comments
   * @param p50 half of them waited so long or less, in seconds; null for none
   * @param p90 nine of ten
   */
  public record Waited(long n, @Nullable Long p50, @Nullable Long p90) {

    /** Of these times, in milliseconds, ascending. */
    static Waited of(long... ascending) {
      return new Waited(ascending.length, quantile(ascending, 0.5), quantile(ascending, 0.9));
    }

    /** The smallest value that so large a share does not exceed. */
    private static @Nullable Long quantile(long[] ascending, double share) {
      if (ascending.length == 0) {
        return null;
      }
      int rank = (int) Math.ceil(share * ascending.length);
      return Duration.ofMillis(ascending[Math.max(0, rank - 1)]).toSeconds();
    }
  }
}
