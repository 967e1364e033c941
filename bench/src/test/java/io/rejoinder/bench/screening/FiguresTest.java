package io.rejoinder.bench.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

  /** By hand: two of three found, one of four taken wrongly. */
  private static final List<Scored> SCORED =
      List.of(
          new Scored(true, 0.9),
          new Scored(true, 0.8),
          new Scored(false, 0.7),
          new Scored(true, 0.4),
          new Scored(false, 0.3),
          new Scored(false, 0.2),
          new Scored(false, 0.1));

  @Test
  void countsAreThoseOfTheTable() {
    Map<String, Double> figures = Figures.of(SCORED);

    assertThat(figures.get("precision")).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(figures.get("recall")).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(figures.get("f1")).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(figures.get("mcc")).isCloseTo(5 / 12.0, within(1e-9));
  }

  @Test
  void ranksAreThoseOfTheOrder() {
    Map<String, Double> figures = Figures.of(SCORED);

    // Of twelve pairs one is the wrong way round.
    assertThat(figures.get("auc")).isCloseTo(11 / 12.0, within(1e-9));
    assertThat(figures.get("recall_at_fpr_0.01")).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(figures.get("fpr_at_95_recall")).isCloseTo(1 / 4.0, within(1e-9));
  }

  @Test
  void equalProbabilitiesCountHalf() {
    assertThat(Figures.of(List.of(new Scored(true, 0.5), new Scored(false, 0.5))).get("auc"))
        .isEqualTo(0.5);
  }

  @Test
  void anAbsentClassLeavesAFigureOut() {
    assertThat(Figures.of(List.of(new Scored(false, 0.1))).get("recall")).isNaN();
  }
}
