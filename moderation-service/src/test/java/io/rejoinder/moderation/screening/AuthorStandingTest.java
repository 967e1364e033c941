package io.rejoinder.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.author.AuthorState.Standing;
import io.rejoinder.events.comment.Evidence;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuthorStandingTest {

  private static Evidence of(Standing standing, @Nullable Instant until) {
    Standings standings =
        (author, at) -> Optional.of(new Standings.Held(standing, "reader/r1", 3, until));
    return new AuthorStanding(standings).examine(Texts.subject("text"));
  }

  @Test
  void saysHowTheAuthorStoodAndByWhichVersion() {
    Evidence evidence = of(Standing.SUSPENDED, Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(evidence.weight()).isZero();
    assertThat(evidence.sentence()).isEqualTo("its author is suspended until 2026-12-01T00:00:00Z");
    assertThat(evidence.values())
        .isEqualTo(
            Map.of(
                "standing", "suspended",
                "author", "reader/r1",
                "version", "3",
                "until", "2026-12-01T00:00:00Z"));
  }

  @Test
  void watchedAuthorIsReasonToHold() {
    assertThat(of(Standing.WATCHED, null).values()).containsEntry("hold", "1");
    assertThat(of(Standing.TRUSTED, null).values()).doesNotContainKey("hold");
    assertThat(new AuthorStanding(Standings.NONE).examine(Texts.subject("text")).values())
        .isEmpty();
  }

  @Test
  void isDrawnAgainFromItsValuesWhateverStandsNow() {
    Evidence before = of(Standing.BANNED, null);
    assertThat(new AuthorStanding(Standings.NONE).weigh(Texts.subject("text"), before.values()))
        .isEqualTo(before);
  }
}
