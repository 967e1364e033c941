package io.rejoinder.moderation.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.events.thread.ThreadState;
import io.rejoinder.moderation.index.Items;
import io.rejoinder.projection.Received;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewsTest {

  private final Reviews reviews = new Reviews(Map.of(), "http://site", new SimpleMeterRegistry());

  private static ThreadState opened(String address, String title) {
    return new ThreadState(
        new ThreadId("blog--night"), 1, "blog", address, title, Items.AT, null, Items.AT);
  }

  @Test
  void aThreadOfAnotherPageIsShownWithTheTitleAndAddressThatCameFirst() {
    reviews.seen(new Received(0, 0, opened("https://blog.example/night", "A night"), false));
    reviews.seen(new Received(0, 1, opened("https://blog.example/other", "Late"), false));
    assertThat(reviews.of("blog--night"))
        .isEqualTo(new Reviews.Page("A night", "https://blog.example/night"));
    assertThat(reviews.of("blog--other")).isEqualTo(new Reviews.Page("blog--other", null));
  }

  @Test
  void aThreadIsCalledByItsIdOrByWordsOfItsTitle() {
    reviews.seen(new Received(0, 0, opened("https://blog.example/night", "A night"), false));
    assertThat(reviews.called("blog--night")).containsExactly("blog--night");
    assertThat(reviews.called("Night a")).containsExactly("blog--night");
    assertThat(reviews.called("day")).isEmpty();
  }
}
