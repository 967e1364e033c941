package io.rejoinder.moderation.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final long NOW = Duration.ofDays(20_000).toMillis();

  private static Sighting sighting(long comment, long at) {
    return new Sighting(comment, (int) comment, 0, 0, at);
  }

  @Test
  void seesTheNewestFirstAndNotTheCommentItself() {
    Window window = new Window(HOUR, 64, 16);
    for (long comment = 1; comment <= 3; comment++) {
      window.put(7, sighting(comment, NOW + comment));
    }
    assertThat(window.before(7, 2, NOW + 9)).extracting(Sighting::comment).containsExactly(3L, 1L);
    assertThat(window.before(8, 2, NOW + 9)).isEmpty();
  }

  @Test
  void whatIsOlderThanTheWindowOrLaterThanTheLookDoesNotCount() {
    Window window = new Window(HOUR, 64, 16);
    window.put(7, sighting(1, NOW));
    window.put(7, sighting(2, NOW + 10));
    assertThat(window.before(7, 9, NOW + 5)).extracting(Sighting::comment).containsExactly(1L);
    assertThat(window.before(7, 9, NOW + 10 + HOUR.toMillis()))
        .extracting(Sighting::comment)
        .containsExactly(2L);
    assertThat(window.before(7, 9, NOW + 11 + HOUR.toMillis())).isEmpty();
  }

  @Test
  void commentThatIsToldAgainIsNotedAnewInItsPlace() {
    Window window = new Window(HOUR, 64, 16);
    window.put(7, sighting(1, NOW));
    window.put(7, sighting(2, NOW));
    window.put(7, sighting(1, NOW).marked(5));
    assertThat(window.before(7, 9, NOW)).extracting(Sighting::mark).containsExactly(0L, 5L);
  }

  @Test
  void atMostSoManyOfOneKeyCount() {
    Window window = new Window(HOUR, 1024, 16);
    for (long comment = 1; comment <= 100; comment++) {
      window.put(7, sighting(comment, NOW));
    }
    assertThat(window.before(7, 0, NOW)).hasSize(16);
  }

  @Test
  void millionsOfSightingsTakeTheRoomOfTheFirstAndTheLastOnesAreFound() {
    Window window = new Window(HOUR, 1024, 16);
    int last = 2_000_000;
    for (int comment = 1; comment <= last; comment++) {
      window.put(comment % 5_000, sighting(comment, NOW));
    }
    assertThat(window.capacity()).isEqualTo(1024);
    assertThat(window.before(last % 5_000, 0, NOW))
        .extracting(Sighting::comment)
        .contains(1L * last);
    assertThat(window.before((last - 1023) % 5_000, 0, NOW)).hasSize(1);
    assertThat(window.before((last - 1024) % 5_000, 0, NOW)).isEmpty();
  }

  /** Against a list that is looked through from its end. */
  @Test
  void answersAsAListOfTheLastOnesWouldWhateverComes() {
    Random random = new Random(3);
    for (int round = 0; round < 5; round++) {
      Window window = new Window(HOUR, 64, 64);
      int keys = 1 + random.nextInt(120);
      Deque<long[]> list = new ArrayDeque<>();
      for (int comment = 1; comment <= 2_000; comment++) {
        long key = random.nextInt(keys) * 0x100000000L;
        window.put(key, sighting(comment, NOW));
        list.addFirst(new long[] {key, comment});
        if (list.size() > 64) {
          list.removeLast();
        }
        long asked = random.nextInt(keys) * 0x100000000L;
        List<Long> expected = new ArrayList<>();
        list.stream().filter(one -> one[0] == asked).forEach(one -> expected.add(one[1]));
        assertThat(window.before(asked, 0, NOW).stream().map(Sighting::comment))
            .containsExactlyElementsOf(expected);
      }
    }
  }
}
