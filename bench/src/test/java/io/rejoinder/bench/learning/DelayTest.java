package io.rejoinder.bench.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rejoinder.events.comment.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DelayTest {

  private static final long SECOND = 1_000_000_000;

  private static Screened screened(long second, long known) {
    return new Screened(second * SECOND, Status.HELD, 0.9, 0.1, 0, known, 1);
  }

  @Test
  void decisionIsKnownWithTheFirstCommentWhoseModelWasTaughtItOrALaterOne() {
    Map<String, Long> answeredAt = Map.of("a", SECOND, "b", 2 * SECOND, "c", 9 * SECOND);
    Map<String, Long> numbers = Map.of("a", 1L, "b", 2L, "c", 3L);
    List<Screened> screened = List.of(screened(10, 3), screened(3, 0), screened(5, 2));

    assertThat(Delay.of(answeredAt, numbers, screened)).isEqualTo(new Delay(3, 4, 4));
  }

  @Test
  void decisionThatNoModelKnewIsAnError() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Delay.of(Map.of("a", 0L), Map.of("a", 7L), List.of(screened(1, 6))))
        .withMessageContaining("7");
  }
}
