package io.rejoinder.moderation.quality;

import io.rejoinder.moderation.quality.Case.Judged;
import io.rejoinder.moderation.quality.Case.Ruled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether comments may be rejected without a person: the judged rejections in the order in
 * which people judged them, of the last {@value #DAYS} days, the newest {@value #MOST} of them.
 * Those that were held because of the pause count, too; else nothing could ever end it.
 *
 * <p>The pause begins when the upper end of the exact 99 % interval of precision (Clopper and
 * Pearson, 1934) lies below the target. Not of the 95 % one: it is looked at after every judgement,
 * and would be crossed in 11 to 22 of 100 series of 500 by chance; this one is in 3 to 5 of 100 (as
 * simulated at targets of 0.95 to 0.995). The pause ends when the share that was right has reached
 * the target, or too few are left to say. Between the two nothing changes. All of it follows from
 * the cases: every instance finds the same.
 */
final class Rejections {

  static final int NEEDED = 30;
  static final int MOST = 200;
  static final int DAYS = 28;

  private static final Duration WINDOW = Duration.ofDays(DAYS);
  private static final double TAIL = 0.005;

  private final List<Trial> trials = new ArrayList<>();

  void take(Case one) {
    Judged judged = one.judged();
    boolean rejection = one.ruled() == Ruled.REJECTED || one.ruled() == Ruled.PAUSED;
    if (rejection && judged != null && one.measures()) {
      trials.add(new Trial(judged.at(), judged.bad()));
    }
  }

  /** Where it stands. */
  Standing standing(double target, Instant now) {
    trials.sort(Comparator.comparing(Trial::at).thenComparing(Trial::right));
    Deque<Trial> window = new ArrayDeque<>();
    int wrong = 0;
    @Nullable Instant since = null;
    for (Trial trial : trials) {
      window.add(trial);
      wrong += (trial.right ? 0 : 1) - drop(window, trial.at);
      since = next(since, trial.at, window.size(), wrong, target);
    }
    wrong -= drop(window, now);
    since = next(since, now, window.size(), wrong, target);
    return new Standing(since, window.size(), wrong, target, NEEDED);
  }

  /** Lets go of what is too old or too much; how many of these were wrong. */
  private static int drop(Deque<Trial> window, Instant now) {
    int wrong = 0;
    while (!window.isEmpty()
        && (window.size() > MOST || window.getFirst().at.isBefore(now.minus(WINDOW)))) {
      wrong += window.removeFirst().right ? 0 : 1;
    }
    return wrong;
  }

  private static @Nullable Instant next(
      @Nullable Instant since, Instant at, int judged, int wrong, double target) {
    if (judged < NEEDED) {
      return null;
    }
    if (since != null) {
      return judged - wrong >= target * judged ? null : since;
    }
    return atLeast(wrong, judged, 1 - target) < TAIL ? at : null;
  }

  /** The probability of so many or more among so many, each with this probability. */
  static double atLeast(int wrong, int judged, double probability) {
    if (wrong == 0) {
      return 1;
    }
    if (probability == 0) {
      return 0;
    }
    double below = 0;
    double logTerm = judged * StrictMath.log(1 - probability);
    for (int i = 0; i < wrong; i++) {
      below += StrictMath.exp(logTerm);
      logTerm += StrictMath.log((judged - i) / (i + 1.0) * probability / (1 - probability));
    }
    return Math.max(0, 1 - below);
  }

  private record Trial(Instant at, boolean right) {}

  /**
   * How automatic rejection stands.
   *
   * @param since when it was paused; null while it is not
   * @param judged rejections that it rests on
   * @param wrong how many of them people approved
   * @param target the share that has to be right
   * @param needed how many judged rejections it takes
   */
  record Standing(@Nullable Instant since, int judged, int wrong, double target, int needed) {

    /** Nothing is known. */
    static final Standing UNKNOWN = new Standing(null, 0, 0, 1, NEEDED);

    /** Why it is paused, for a person; null while it is not. */
    @Nullable String paused() {
      return since == null
          ? null
          : "%d of the last %d rejections that people judged were wrong".formatted(wrong, judged);
    }
  }
}
