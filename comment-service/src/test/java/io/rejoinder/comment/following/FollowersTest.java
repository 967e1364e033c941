package io.rejoinder.comment.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.Sealed;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.thread.ThreadFollowed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowersTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final CommentId COMMENT = new CommentId("c".repeat(32));

  private final Followers followers = new Followers();

  private static ThreadFollowed follows(String id, @Nullable CommentId comment, String address) {
    return new ThreadFollowed(
        id, true, new ThreadId("film"), comment, new Sealed("AAAA", address), "en", "r", NOW);
  }

  @Test
  void theLastWordCounts() {
    followers.received(follows("a", null, "1"));
    followers.received(follows("a", null, "1"));
    assertThat(followers.ofThread("film")).hasSize(1);

    followers.received(ThreadFollowed.stopped("a", NOW));
    followers.received(ThreadFollowed.stopped("b", NOW));
    assertThat(followers.ofThread("film")).isEmpty();
    assertThat(followers.size()).isZero();

    followers.received(follows("a", null, "1"));
    assertThat(followers.ofThread("film")).extracting(Follow::id).containsExactly("a");
  }

  @Test
  void aThreadIsNotTheRepliesToAComment() {
    followers.received(follows("a", null, "1"));
    followers.received(follows("b", COMMENT, "1"));
    followers.received(follows("c", COMMENT, "2"));

    assertThat(followers.ofThread("film")).extracting(Follow::id).containsExactly("a");
    assertThat(followers.ofReplies(COMMENT)).extracting(Follow::id).containsOnly("b", "c");
    assertThat(followers.ofAddress("1")).extracting(Follow::id).containsOnly("a", "b");
    assertThat(followers.ofReader("r")).hasSize(3);
  }
}
