package io.rejoinder.moderation.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.moderation.index.Items;
import io.rejoinder.moderation.queue.Announcements.Announced;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class AnnouncementsTest {

  private static final QueueProperties BOUNDS =
      new QueueProperties(Duration.ofSeconds(2), 2, 3, 4, Duration.ofSeconds(15));

  private final Announcements announcements = new Announcements(BOUNDS, new SimpleMeterRegistry());

  private static Surrounded held(int number, long version) {
    return Around.of(Items.held(number, version));
  }

  private static long version(Announced announced) {
    return Objects.requireNonNull(announced.item()).item().version();
  }

  @Test
  void aConsoleHearsWhatIsToldAfterItsCursor() {
    announcements.announce(held(1, 1));
    String cursor = announcements.cursor();
    announcements.announce(held(1, 2));
    StepVerifier.create(announcements.listen(cursor).orElseThrow())
        .assertNext(announced -> assertThat(version(announced)).isEqualTo(2))
        .then(() -> announcements.announce(held(1, 3)))
        .assertNext(announced -> assertThat(version(announced)).isEqualTo(3))
        .thenCancel()
        .verify(Duration.ofSeconds(5));
  }

  @Test
  void aConsoleResumesBehindTheLastThatItHeard() {
    announcements.announce(held(1, 1));
    String id = announcements.cursor();
    announcements.announce(held(1, 2));
    announcements.announce(held(1, 3));
    List<Announced> heard =
        announcements
            .listen(id)
            .orElseThrow()
            .take(2)
            .collectList()
            .blockOptional(Duration.ofSeconds(5))
            .orElseThrow();
    assertThat(heard).extracting(AnnouncementsTest::version).containsExactly(2L, 3L);
  }

  @Test
  void aCursorThatIsTooOldOrOfAnotherRunResets() {
    for (int version = 1; version <= 9; version++) {
      announcements.announce(held(1, version));
    }
    String tooOld = announcements.cursor().replaceFirst("-9$", "-2");
    for (String cursor : List.of(tooOld, "0123456789abcdef-9", "nonsense", "x-")) {
      Announced first =
          announcements.listen(cursor).orElseThrow().blockFirst(Duration.ofSeconds(5));
      assertThat(Objects.requireNonNull(first).item()).as(cursor).isNull();
    }
  }

  @Test
  void aSlowConsoleIsCutOffAndHoldsUpNobody() {
    StepVerifier.create(announcements.listen(null).orElseThrow(), 0)
        .thenRequest(1)
        .then(
            () -> {
              for (int version = 1; version <= 20; version++) {
                announcements.announce(held(1, version));
              }
            })
        .thenRequest(Long.MAX_VALUE)
        .thenConsumeWhile(announced -> version(announced) < 20)
        .verifyComplete();
  }

  @Test
  void noMoreConsolesAreTakenThanTheBound() {
    assertThat(announcements.listen(null)).isPresent();
    assertThat(announcements.listen(null)).isPresent();
    assertThat(announcements.listen(null)).isEmpty();
  }
}
