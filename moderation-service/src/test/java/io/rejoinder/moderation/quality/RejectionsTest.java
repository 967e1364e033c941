package io.rejoinder.moderation.quality;

import static io.rejoinder.events.comment.Status.APPROVED;
import static io.rejoinder.events.comment.Status.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rejoinder.moderation.quality.Case.Ruled;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where people judge rejections wrong too often, none is made without them. The target is 0.99. */
class RejectionsTest {

  private final CasesOf world = new CasesOf();

  private boolean paused() {
    return world.report().rejection().paused() != null;
  }

  @Test
  void tooFewSayNothing() {
    world.judged(29, Ruled.REJECTED, APPROVED);
    assertThat(paused()).isFalse();
    world.judged(1, Ruled.REJECTED, APPROVED);
    assertThat(paused()).isTrue();
  }

  @Test
  void mistakesThatAreInBoundsOfChancePauseNothing() {
    world.judged(98, Ruled.REJECTED, REJECTED).judged(2, Ruled.REJECTED, APPROVED);
    assertThat(paused()).isFalse();
  }

  @Test
  void mistakesBeyondChancePauseItAndItSaysSo() {
    world.judged(95, Ruled.REJECTED, REJECTED).judged(6, Ruled.REJECTED, APPROVED);
    assertThat(world.report().rejection().paused())
        .isEqualTo("6 of the last 101 rejections that people judged were wrong");
    assertThat(world.report().rejection().since()).isNotNull();
  }

  @Test
  void whatIsHeldForThePauseEndsItOnceEnoughOfItIsRight() {
    world.judged(95, Ruled.REJECTED, REJECTED).judged(6, Ruled.REJECTED, APPROVED);
    world.judged(150, Ruled.PAUSED, REJECTED);
    // 6 of 200 or fewer would pause nothing by themselves; what was paused waits for the target.
    assertThat(world.report().rejection().wrong()).isEqualTo(6);
    assertThat(paused()).isTrue();
    world.judged(47, Ruled.PAUSED, REJECTED);
    assertThat(world.report().rejection().wrong()).isEqualTo(3);
    assertThat(paused()).isTrue();
    world.judged(1, Ruled.PAUSED, REJECTED);
    assertThat(paused()).isFalse();
  }

  @Test
  void itEndsWhenNothingIsLeftThatSpeaksForIt() {
    world.judged(60, Ruled.REJECTED, APPROVED);
    assertThat(paused()).isTrue();
    assertThat(world.report(CasesOf.NOW.plus(Duration.ofDays(9))).rejection().paused()).isNull();
  }

  @Test
  void whatWasHeldForDoubtCountsForNothing() {
    world.judged(200, Ruled.HELD, APPROVED).judged(200, Ruled.APPROVED, REJECTED);
    assertThat(world.report().rejection().judged()).isZero();
  }

  @Test
  void tailsAreExact() {
    assertThat(Rejections.atLeast(2, 30, 0.005)).isCloseTo(0.00983, within(0.0001));
    assertThat(Rejections.atLeast(0, 30, 0.5)).isEqualTo(1);
    assertThat(Rejections.atLeast(1, 30, 0)).isZero();
    assertThat(Rejections.atLeast(30, 30, 0.5)).isCloseTo(9.3e-10, within(1e-11));
  }
}
