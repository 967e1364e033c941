package io.rejoinder.bench.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.comment.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {

  private static Screened screened(long known, double spam) {
    return new Screened(0, Status.HELD, spam, 0, 0, known, 1);
  }

  @Test
  void recallIsToldByHowManyDecisionsTheModelKnew() {
    List<Screened> screened =
        List.of(screened(0, 0.1), screened(7, 0.2), screened(9, 0.6), screened(999, 0.9));

    assertThat(Step.of(screened))
        .containsExactly(new Step(0, 0, 1, 0), new Step(1, 9, 2, 0.5), new Step(501, 999, 1, 1));
  }
}
