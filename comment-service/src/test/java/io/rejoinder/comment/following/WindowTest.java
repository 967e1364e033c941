package io.rejoinder.comment.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.Sealed;
import io.rejoinder.events.comment.CommentChange;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentPublished;
import io.rejoinder.events.comment.CommentRemoved;
import io.rejoinder.events.comment.CommentRevised;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.thread.ThreadFollowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final String FOLLOWER = "0".repeat(32);

  private final Followers followers = new Followers();
  private final FollowingProperties bounds =
      new FollowingProperties(
          Duration.ofMinutes(5), Duration.ofDays(7), Duration.ofDays(1), 2, 5, 10, 10, 600, 3);
  private Instant now = NOW;
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  WindowTest() {
    followed("film", null);
  }

  private void followed(String thread, @Nullable CommentId comment) {
    followers.received(
        new ThreadFollowed(
            FOLLOWER,
            true,
            new ThreadId(thread),
            comment,
            new Sealed("AAAA", "1".repeat(32)),
            "en",
            null,
            NOW));
  }

  private Window window(long begin, @Nullable Progress progress) {
    return new Window(begin, progress, followers, bounds, clock);
  }

  private static CommentId id(int number) {
    return new CommentId("%032x".formatted(number));
  }

  private static CommentChange published(int number, String thread) {
    return published(number, thread, NOW, null);
  }

  private static CommentChange published(
      int number, String thread, Instant at, @Nullable Long tally) {
    return new CommentPublished(
        id(number),
        new ThreadId(thread),
        null,
        1,
        "Ada",
        "t",
        "t",
        1,
        at,
        null,
        at,
        tally,
        tally,
        null);
  }

  private static CommentChange revised(int number, Instant createdAt) {
    return new CommentRevised(
        id(number), new ThreadId("film"), null, 2, "Ada", "t", "t", 2, createdAt, NOW, NOW);
  }

  @Test
  void whatComesWithinTheTimeIsToldTogetherOnceThatIsOver() {
    Window window = window(0, null);
    assertThat(window.take(0, NOW, published(1, "film"))).isTrue();
    assertThat(window.take(1, NOW.plusSeconds(200), published(2, "film"))).isTrue();

    now = NOW.plusSeconds(299);
    assertThat(window.over(2)).isFalse();
    now = NOW.plusSeconds(300);
    assertThat(window.over(2)).isTrue();
    assertThat(window.gathered()).containsExactly(id(1), id(2));

    window.told();
    assertThat(window.begin()).isEqualTo(2);
    assertThat(window.gathered()).isEmpty();
    assertThat(window.over(2)).isFalse();
  }

  @Test
  void whatNobodyFollowsOnlyMovesOn() {
    Window window = window(0, null);
    window.take(0, NOW, published(1, "other"));
    window.take(1, NOW, null);

    assertThat(window.idle()).isTrue();
    assertThat(window.next()).isEqualTo(2);
  }

  @Test
  void aLikeARepetitionAnEditAndAnythingOldIsNoNews() {
    Window window = window(2, null);
    window.take(0, NOW, published(1, "film"));
    window.take(2, NOW, published(1, "film"));
    window.take(3, NOW, published(1, "film", NOW, 3L));
    window.take(4, NOW, revised(1, NOW));
    window.take(5, NOW, published(2, "film", NOW, 3L));
    window.take(6, NOW, published(3, "film", NOW.minus(Duration.ofDays(8)), null));
    window.take(7, NOW, revised(4, NOW.minus(Duration.ofDays(8))));

    assertThat(window.gathered()).isEmpty();
  }

  @Test
  void aCommentThatWaitedAndWasEditedBeforeAnybodySawItIsNews() {
    Window window = window(0, null);
    window.take(0, NOW, revised(1, NOW.minus(Duration.ofDays(1))));

    assertThat(window.gathered()).containsExactly(id(1));
  }

  @Test
  void aRemovalMattersWhereSomebodyFollowsTheReplies() {
    CommentRemoved removal = new CommentRemoved(id(1), new ThreadId("film"), null, 2, NOW, NOW);
    Window window = window(0, null);
    window.take(0, NOW, removal);
    assertThat(window.gathered()).isEmpty();

    followed("film", id(1));
    window.take(1, NOW, removal);
    assertThat(window.gathered()).containsExactly(id(1));
  }

  @Test
  void aFullWindowIsOverAndTheNextBeginsWithWhatDidNotFit() {
    Window window = window(0, null);
    for (int i = 0; i < 3; i++) {
      assertThat(window.take(i, NOW, published(i, "film"))).isTrue();
    }

    assertThat(window.over(3)).isTrue();
    assertThat(window.take(3, NOW, published(3, "film"))).isFalse();
    window.told();
    assertThat(window.begin()).isEqualTo(3);
    assertThat(window.take(3, NOW, published(3, "film"))).isTrue();
    assertThat(window.gathered()).containsExactly(id(3));
  }

  @Test
  void anotherLifeMakesTheSameWindowAndLeavesOutWhoWasTold() {
    Progress progress = Progress.of(new Progress(2, "a".repeat(32)).text()).orElseThrow();
    Window window = window(0, progress);
    assertThat(window.take(0, NOW, published(1, "film"))).isTrue();
    assertThat(window.over(1)).isFalse();
    assertThat(window.take(1, NOW, published(2, "film"))).isTrue();
    assertThat(window.take(2, NOW, published(3, "film"))).isFalse();

    assertThat(window.over(2)).isTrue();
    assertThat(window.next()).isEqualTo(2);
    assertThat(window.after()).isEqualTo("a".repeat(32));
    assertThat(window.gathered()).containsExactly(id(1), id(2));
    window.told();
    assertThat(window.after()).isEmpty();
  }

  @Test
  void whatIsNoProgressIsNone() {
    assertThat(Progress.of("")).isEmpty();
    assertThat(Progress.of("5 x")).isEmpty();
    assertThat(Progress.of("-5 " + "a".repeat(32))).isEmpty();
  }
}
