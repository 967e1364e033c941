package io.rejoinder.moderation.quality;

import io.rejoinder.moderation.quality.Case.Ruled;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All figures at one moment ({@code Quality} in the OpenAPI document).
 *
 * @param at when they were made
 * @param days how far back decisions count, but for the drift
 * @param decisions how many comments screening approved, held, rejected, or held instead of
 *     rejecting, in these days
 * @param waiting samples that wait for a person
 * @param precision of what was rejected without a person, how much deserved it
 * @param recall of all that is bad, how much was rejected or held
 * @param falsePositives of all that is honest, how much was rejected without a person
 * @param honestHeld of all that is honest, how much was held
 * @param calibration the expected calibration error
 * @param drift of the last week from the four before it: of scores, and of outcomes
 * @param agreement of two people on one comment
 * @param kappa the same beyond chance
 * @param rejection whether automatic rejection is paused, and why
 */
record Report(
    Instant at,
    int days,
    Map<String, Long> decisions,
    long waiting,
    Estimate precision,
    Estimate recall,
    Estimate falsePositives,
    Estimate honestHeld,
    Deviation calibration,
    Map<String, Deviation> drift,
    Estimate agreement,
    @Nullable Double kappa,
    Rejections.Standing rejection) {

  /** Of these cases, at this moment. */
  static Report of(Cases cases, double target, Instant now) {
    Tally tally = new Tally(now);
    cases.each(tally::take);
    return tally.report(target, now);
  }

  /** Cases, taken into all figures at once. */
  private static final class Tally {

    /** The measured days: four weeks. */
    private static final int DAYS = Rejections.DAYS;

    private final long today;
    private final Shares shares = new Shares();
    private final Reliability reliability = new Reliability();
    private final Drift scores = new Drift(Score.BINS);
    private final Drift outcomes = new Drift(Ruled.FINDINGS);
    private final Agreement agreement = new Agreement();
    private final Rejections rejections = new Rejections();
    private double waiting;

    Tally(Instant now) {
      this.today = now.getEpochSecond() / 86_400;
    }

    void take(Case one, double comments) {
      long age = today - one.day();
      if (age >= Cases.DAYS) {
        return;
      }
      scores.take(one.bin(), age, comments);
      outcomes.take(one.ruled().finding(), age, comments);
      rejections.take(one);
      if (age < DAYS) {
        shares.take(one, comments);
        reliability.take(one);
        agreement.take(one);
        Case.Judged judged = one.judged();
        waiting += judged != null && judged.waits() ? comments : 0;
      }
    }

    Report report(double target, Instant now) {
      Map<String, Long> decisions = new TreeMap<>();
      for (Ruled ruled : Ruled.values()) {
        decisions.put(ruled.name().toLowerCase(Locale.ROOT), Math.round(shares.of(ruled).size()));
      }
      return new Report(
          now,
          DAYS,
          decisions,
          Math.round(waiting),
          shares.precision(),
          shares.recall(),
          shares.falsePositives(),
          shares.honestHeld(),
          reliability.error(),
          Map.of("scores", scores.index(), "outcomes", outcomes.index()),
          agreement.share(),
          agreement.kappa(),
          rejections.standing(target, now));
    }
  }
}
