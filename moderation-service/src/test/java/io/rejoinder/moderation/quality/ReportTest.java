package io.rejoinder.moderation.quality;

import static io.rejoinder.events.comment.Status.APPROVED;
import static io.rejoinder.events.comment.Status.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rejoinder.moderation.quality.Case.Ruled;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static double known(@Nullable Double figure) {
    return Objects.requireNonNull(figure);
  }

  @Test
  void nothingIsSaidOfTooFew() {
    Report report =
        new CasesOf()
            .judged(29, Ruled.REJECTED, REJECTED)
            .judged(29, Ruled.APPROVED, APPROVED)
            .report();
    assertThat(report.precision()).isEqualTo(new Estimate(null, null, null, 29, 30));
    assertThat(report.recall()).isEqualTo(Estimate.tooFew(29, 30));
    assertThat(report.calibration().value()).isNull();
    assertThat(report.kappa()).isNull();
  }

  @Test
  void precisionHasWilsonsInterval() {
    // 45 of 50: 0.7864 to 0.9565, as in textbooks.
    Estimate precision =
        new CasesOf()
            .judged(45, Ruled.REJECTED, REJECTED)
            .judged(5, Ruled.REJECTED, APPROVED)
            .report()
            .precision();
    assertThat(known(precision.value())).isEqualTo(0.9);
    assertThat(known(precision.low())).isCloseTo(0.7864, within(0.0005));
    assertThat(known(precision.high())).isCloseTo(0.9565, within(0.0005));
  }

  @Test
  void recallCountsWhatWasApprovedByItsSample() {
    // 10,000 approved of which 2 % are bad, 500 rejected all bad, 300 held of which 100 are bad.
    Estimate recall =
        new CasesOf()
            .ordinary(9_900, Ruled.APPROVED)
            .judged(98, Ruled.APPROVED, APPROVED)
            .judged(2, Ruled.APPROVED, REJECTED)
            .ordinary(400, Ruled.REJECTED)
            .judged(100, Ruled.REJECTED, REJECTED)
            .judged(100, Ruled.HELD, REJECTED)
            .judged(200, Ruled.HELD, APPROVED)
            .report()
            .recall();
    assertThat(known(recall.value())).isCloseTo(600 / 800.0, within(0.05));
    assertThat(known(recall.low())).isLessThan(0.6);
    assertThat(known(recall.high())).isBetween(0.85, 0.97);
  }

  @Test
  void recallIsNotCertainWhereNoSampleWasBad() {
    Estimate recall =
        new CasesOf()
            .ordinary(3_000, Ruled.APPROVED)
            .judged(30, Ruled.APPROVED, APPROVED)
            .judged(100, Ruled.HELD, REJECTED)
            .report()
            .recall();
    assertThat(known(recall.low())).isLessThan(0.6);
    assertThat(known(recall.high())).isGreaterThan(0.99);
  }

  @Test
  void everythingJudgedIsCertain() {
    Report report =
        new CasesOf()
            .judged(90, Ruled.APPROVED, APPROVED)
            .judged(10, Ruled.APPROVED, REJECTED)
            .judged(30, Ruled.REJECTED, REJECTED)
            .judged(10, Ruled.REJECTED, APPROVED)
            .report();
    assertThat(report.recall().low()).isEqualTo(report.recall().high()).isEqualTo(0.75);
    assertThat(report.falsePositives().value()).isEqualTo(0.1);
    assertThat(report.honestHeld().value()).isEqualTo(0);
  }

  @Test
  void decisionOnWhatWasNotSampledSaysNothing() {
    CasesOf world = new CasesOf().ordinary(100, Ruled.APPROVED);
    for (int i = 0; i < 50; i++) {
      world.put(
          new Case(
              CasesOf.TODAY,
              Ruled.APPROVED,
              -1,
              new Case.Judged(null, null, java.util.List.of(), REJECTED, "spam", CasesOf.NOW)));
    }
    assertThat(world.report().recall().n()).isZero();
  }

  @Test
  void sameCasesInAnotherOrderGiveTheSameFigures() {
    CasesOf one = new CasesOf();
    CasesOf other = new CasesOf();
    for (int i = 0; i < 200; i++) {
      Case of = scored(i);
      one.cases.put(CasesOf.id(i), of);
    }
    for (int i = 199; i >= 0; i--) {
      other.cases.put(CasesOf.id(i), null);
      other.cases.put(CasesOf.id(i), scored(i));
    }
    assertThat(other.report()).isEqualTo(one.report());
    assertThat(one.report().calibration().value()).isNotNull();
  }

  private static Case scored(int i) {
    CasesOf world = new CasesOf();
    world.judged(1, Ruled.REJECTED, i % 3 == 0 ? APPROVED : REJECTED, i / 200.0);
    Case[] taken = new Case[1];
    world.cases.each((one, weight) -> taken[0] = one);
    return taken[0];
  }

  @Test
  void calibrationErrorIsWhatScoresAreOffAndChanceIsSaidBesideIt() {
    int beyondChance = 0;
    for (int seed = 0; seed < 20; seed++) {
      Deviation calibrated = scored(seed, false).report().calibration();
      if (known(calibrated.value()) > known(calibrated.chance())) {
        beyondChance++;
      }
    }
    assertThat(beyondChance).isLessThanOrEqualTo(4);
    Deviation bold = scored(1, true).report().calibration();
    assertThat(known(bold.value())).isGreaterThan(2 * known(bold.chance()));
  }

  /** Scores that are true, or bolder than the truth. */
  private static CasesOf scored(int seed, boolean bold) {
    Random random = new Random(seed);
    CasesOf world = new CasesOf();
    for (int i = 0; i < 300; i++) {
      double truth = random.nextDouble();
      boolean spam = random.nextDouble() < truth;
      double score = bold ? (truth < 0.5 ? 0.02 : 0.98) : truth;
      world.judged(1, Ruled.APPROVED, spam ? REJECTED : APPROVED, score);
    }
    return world;
  }

  @Test
  void driftComparesTheLastWeekWithTheFourBefore() {
    CasesOf steady = new CasesOf();
    CasesOf shifted = new CasesOf();
    for (int bin = 0; bin < Score.BINS; bin++) {
      steady.ordinary(40, Ruled.APPROVED, bin, 2).ordinary(160, Ruled.APPROVED, bin, 20);
      shifted.ordinary(10 * bin, Ruled.APPROVED, bin, 2).ordinary(160, Ruled.APPROVED, bin, 20);
    }
    Deviation none = steady.report().drift().get("scores");
    Deviation much = shifted.report().drift().get("scores");
    assertThat(known(Objects.requireNonNull(none).value())).isLessThan(known(none.chance()));
    assertThat(known(Objects.requireNonNull(much).value())).isGreaterThan(0.25);
    assertThat(known(Objects.requireNonNull(shifted.report().drift().get("outcomes")).value()))
        .isLessThan(0.01);
  }

  @Test
  void agreementIsAlsoSaidBeyondChance() {
    // 20 times both approve, 15 times both reject, 15 times they differ: Scott's pi is 0.3939.
    Report report =
        new CasesOf()
            .twice(20, APPROVED, APPROVED)
            .twice(15, REJECTED, REJECTED)
            .twice(10, APPROVED, REJECTED)
            .twice(5, REJECTED, APPROVED)
            .report();
    assertThat(report.agreement().value()).isEqualTo(0.7);
    assertThat(known(report.kappa())).isCloseTo(0.3939, within(0.001));
  }

  @Test
  void tooManyCommentsAreThinnedAndCountTheSame() {
    CasesOf world = new CasesOf(new Cases(2_000));
    world.ordinary(20_000, Ruled.APPROVED).judged(300, Ruled.REJECTED, REJECTED);
    Report report = world.report();
    assertThat(report.decisions().get("rejected")).isEqualTo(300);
    assertThat(report.decisions().get("approved")).isBetween(17_000L, 23_000L);
    int[] kept = new int[1];
    world.cases.each((one, weight) -> kept[0]++);
    assertThat(kept[0]).isLessThanOrEqualTo(2_000);
  }

  @Test
  void whatIsOlderThanFiveWeeksIsLetGo() {
    CasesOf world = new CasesOf().ordinary(5, Ruled.APPROVED, -1, 40);
    world.cases.forgetBefore(CasesOf.TODAY - Cases.DAYS + 1);
    world.cases.each(
        (one, weight) -> {
          throw new AssertionError("kept: " + one);
        });
  }
}
