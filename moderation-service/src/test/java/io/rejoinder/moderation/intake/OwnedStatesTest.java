package io.rejoinder.moderation.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.EventCodec;
import io.rejoinder.events.comment.Author;
import io.rejoinder.events.comment.CommentId;
import io.rejoinder.events.comment.CommentState;
import io.rejoinder.events.comment.Status;
import io.rejoinder.events.comment.Submit;
import io.rejoinder.events.comment.ThreadId;
import io.rejoinder.moderation.record.Fold;
import io.rejoinder.moderation.record.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnedStatesTest {

  private final OwnedStates states = new OwnedStates();

  @AfterEach
  void end() {
    states.end();
  }

  private static CommentState state(int number, String text) {
    CommentId id = new CommentId("%032x".formatted(number));
    Instant at = Instant.parse("2026-11-22T10:00:00.123456Z");
    Submit submit =
        new Submit(
            id.value(), id, new ThreadId("heat"), null, new Author("Neil", null, null), text, at);
    Ruling ruling = new Ruling(Status.APPROVED, null, "why", Map.of(), List.of());
    return Objects.requireNonNull(new Fold(candidate -> ruling).fold(null, submit).written());
  }

  private void put(int partition, CommentState state) {
    states.put(partition, state.key().getBytes(UTF_8), EventCodec.json().writeValueAsBytes(state));
  }

  @Test
  void aStateComesBackAsItWas() {
    for (int i = 0; i < 50; i++) {
      CommentState state = state(i, "ünïcödé ".repeat(i * 40));
      put(1, state);
      assertThat(states.get(1, state.id())).isEqualTo(state);
    }
    assertThat(states.size()).isEqualTo(50);
  }

  @Test
  void aNewerStateTakesThePlaceOfTheOlder() {
    put(1, state(1, "old"));
    put(1, state(1, "new"));
    assertThat(states.size()).isEqualTo(1);
    CommentState held = states.get(1, state(1, "").id());
    assertThat(Objects.requireNonNull(held).newest().text()).isEqualTo("new");
  }

  @Test
  void whatIsNotOwnedAnyMoreIsForgotten() {
    put(1, state(1, "one"));
    put(2, state(2, "two"));
    states.next(1, 17);
    states.next(2, 23);
    states.retain(Set.of(2));
    assertThat(states.knows(1, state(1, "").id())).isFalse();
    assertThat(states.knows(2, state(2, "").id())).isTrue();
    assertThat(states.next(1)).isZero();
    assertThat(states.next(2)).isEqualTo(23);
    assertThat(states.size()).isEqualTo(1);
  }
}
