package io.rejoinder.moderation.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.Sample;
import io.rejoinder.events.comment.Status;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplingTest {

  private static final int MANY = 5_000;

  private static CommentId id(int number) {
    return new CommentId("%032x".formatted(number));
  }

  private static List<Sample> drawn(Sampling sampling, int revision) {
    return IntStream.range(0, MANY)
        .mapToObj(i -> sampling.draw(id(i), revision, Status.APPROVED))
        .filter(Objects::nonNull)
        .toList();
  }

  @Test
  void asManyAreDrawnAsWereAskedForAndOfTheseAFifthTwice() {
    List<Sample> drawn = drawn(TestSampling.of(0.1), 1);
    assertThat(drawn.size() / (double) MANY).isCloseTo(0.1, within(0.02));
    long twice = drawn.stream().filter(sample -> sample.opinions() == 2).count();
    assertThat(twice / (double) drawn.size()).isCloseTo(0.2, within(0.08));
    assertThat(drawn).allMatch(sample -> sample.share() == 0.1);
  }

  @Test
  void sameRevisionIsDrawnTheSameAndAnotherOneByItself() {
    Sampling sampling = TestSampling.of(0.5);
    assertThat(drawn(sampling, 1)).isEqualTo(drawn(TestSampling.of(0.5), 1));
    long both =
        IntStream.range(0, MANY)
            .filter(i -> sampling.draw(id(i), 1, Status.REJECTED) != null)
            .filter(i -> sampling.draw(id(i), 2, Status.REJECTED) != null)
            .count();
    assertThat(both / (double) MANY).isCloseTo(0.25, within(0.03));
  }

  @Test
  void nobodyKnowsTheDrawWithoutTheSecret() {
    Sampling sampling = TestSampling.of(0.5);
    Sampling other = TestSampling.of("B".repeat(44), 0.5);
    long both =
        IntStream.range(0, MANY)
            .filter(i -> sampling.draw(id(i), 1, Status.APPROVED) != null)
            .filter(i -> other.draw(id(i), 1, Status.APPROVED) != null)
            .count();
    assertThat(both / (double) MANY).isCloseTo(0.25, within(0.03));
  }

  @Test
  void whatIsHeldIsJudgedAnyway() {
    assertThat(TestSampling.of(1).draw(id(1), 1, Status.HELD)).isNull();
    assertThat(TestSampling.of(1).draw(id(1), 1, Status.REJECTED)).isNotNull();
    assertThat(TestSampling.of(0).draw(id(1), 1, Status.REJECTED)).isNull();
  }
}
