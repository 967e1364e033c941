package io.rejoinder.comment.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.netty.channel.AbortedException;
import reactor.test.StepVerifier;

class ViewerTest {

  private final AtomicInteger ends = new AtomicInteger();
  private final Viewer viewer = new Viewer(7, 2, over -> ends.incrementAndGet());

  @Test
  void whatItBeginsWithComesBeforeWhatWasOfferedMeanwhile() {
    viewer.offer(bytes("live"));
    viewer.begin(List.of(bytes("hello "), bytes("missed")));

    StepVerifier.create(text()).expectNext("hello missed", "live").thenCancel().verify();
    assertThat(ends).hasValue(1);
  }

  @Test
  void itIsSentNoMoreThanItAsksFor() {
    StepVerifier.create(text(), 1)
        .then(() -> offer("a", "b"))
        .expectNext("a")
        .expectNoEvent(Duration.ofMillis(20))
        .thenRequest(1)
        .expectNext("b")
        .thenCancel()
        .verify();
  }

  @Test
  void oneThatIsTooSlowIsCutOffOnceWithAnError() {
    StepVerifier.create(text(), 0)
        .then(
            () -> {
              offer("a", "b");
              assertThat(viewer.offer(bytes("c"))).isFalse();
              assertThat(viewer.offer(bytes("d"))).as("it is gone").isTrue();
            })
        .verifyError(AbortedException.class);
    assertThat(ends).hasValue(1);
  }

  @Test
  void theEndComesBehindWhatWaits() {
    StepVerifier.create(text(), 0)
        .then(() -> offer("a"))
        .then(viewer::complete)
        .thenRequest(5)
        .expectNext("a")
        .verifyComplete();
    assertThat(ends).hasValue(1);
  }

  @Test
  void anEndBeforeAnyoneListensIsNotLost() {
    viewer.complete();

    StepVerifier.create(text()).verifyComplete();
  }

  @Test
  void itWantsOnlyWhatIsBehindItsPlace() {
    assertThat(viewer.wants(7)).isFalse();
    assertThat(viewer.wants(8)).isTrue();
  }

  @Test
  void itHasOneSubscriber() {
    text().subscribe();

    StepVerifier.create(text()).verifyError(IllegalStateException.class);
  }

  private Flux<String> text() {
    return Flux.from(viewer).map(bytes -> new String(bytes, UTF_8));
  }

  private void offer(String... pieces) {
    for (String piece : pieces) {
      assertThat(viewer.offer(bytes(piece))).isTrue();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
