package io.rejoinder.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.rejoinder.events.settings.Lists;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScreensTest {

  private static final ScreeningProperties.Flood FLOOD =
      new ScreeningProperties.Flood(true, Duration.ofMinutes(1), 3, 2, 4);

  private final Texts texts = new Texts();

  @Test
  void moreThanTheBoundFromOneAddressIsFlood() {
    Flood screen = new Flood(FLOOD);
    for (int i = 0; i < 3; i++) {
      Subject subject =
          texts.text("v", "t", "text " + i, Texts.AT.plusSeconds(i)).subject(Lists.NONE);
      assertThat(screen.examine(subject).weight()).isZero();
      screen.observe(subject);
    }
    Subject fourth = texts.text("v", "t", "text 4", Texts.AT.plusSeconds(9)).subject(Lists.NONE);
    assertThat(screen.examine(fourth).weight()).isGreaterThanOrEqualTo(6.0);
    Subject later = texts.text("v", "t", "text 5", Texts.AT.plusSeconds(90)).subject(Lists.NONE);
    assertThat(screen.examine(later).weight()).isZero();
  }

  @Test
  void floodCanBeSwitchedOff() {
    Flood screen = new Flood(new ScreeningProperties.Flood(false, Duration.ofMinutes(1), 1, 1, 1));
    screen.observe(texts.text("a").subject(Lists.NONE));
    assertThat(screen.examine(texts.text("b").subject(Lists.NONE)).weight()).isZero();
  }
}
